// A stylesheet or a picture, where a test imports one.
module.exports = 'asset'
