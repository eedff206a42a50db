/** 口令: two characters that an old ear tells apart on the telephone; no illness, no number, no name. */
const words = [
  '桂花', '石榴', '银杏', '白杨', '腊梅', '荷花', '牡丹', '芍药', '海棠', '茉莉', '杜鹃', '玉兰', '松树', '柳树', '梧桐', '樱桃',
  '葡萄', '苹果', '橘子', '柚子', '红枣', '核桃', '花生', '莲藕', '南瓜', '冬瓜', '萝卜', '青菜', '豆腐', '小米', '绿豆', '芝麻',
  '喜鹊', '燕子', '鸽子', '白鹤', '鲤鱼', '熊猫', '黄牛', '骆驼', '长江', '黄河', '泰山', '太湖', '月亮', '彩虹', '春风', '秋雨',
] as const

/** The word for a number from anywhere: the same number gives the same word. */
export function wordFor(number: number): string {
  return words[Math.abs(Math.trunc(number)) % words.length] ?? words[0]
}
