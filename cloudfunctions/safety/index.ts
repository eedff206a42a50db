import { safety } from '@domain/safety'
import { serve } from '../kernel/serve'
import * as handlers from './handlers'
import { hear, isPush } from './push'

const answer = serve(safety, handlers)

/** A phone's operation, or WeChat's message about a picture (云开发控制台 · 消息推送: wxa_media_check → safety). */
export const main = (event: unknown) => (isPush(event) ? hear(event) : answer(event))
