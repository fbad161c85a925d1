/**
 * What X's search is asked for, in both generations of names: `post` since August 2026, in which some fields
 * come with their expansion only. X still understands `tweet`; a change of its names is a change of this table.
 */
export const requestNames = {
  tweet: {
    'tweet.fields':
      'created_at,author_id,conversation_id,in_reply_to_user_id,referenced_tweets,entities,note_tweet,attachments,lang,edit_history_tweet_ids,possibly_sensitive,withheld',
    expansions:
      'author_id,referenced_tweets.id,referenced_tweets.id.author_id,attachments.media_keys,attachments.poll_ids,in_reply_to_user_id',
  },
  post: {
    'post.fields':
      'created_at,conversation_id,entities,note_post,attachments,lang,possibly_sensitive,withheld',
    expansions:
      'author_id,referenced_posts,edit_history_post_ids,attachments.media_keys,attachments.poll_ids,in_reply_to_user_id',
  },
} as const

/** Of posts that are only looked up to see whether they still stand: no people, who cost twice a post each. */
export const lookUpNames = {
  tweet: { 'tweet.fields': 'edit_history_tweet_ids,withheld' },
  post: { 'post.fields': 'withheld', expansions: 'edit_history_post_ids' },
} as const

export type RequestNames = keyof typeof requestNames

/** The same in both generations. */
export const commonNames = {
  'user.fields': 'name,username,protected,withheld',
  'media.fields': 'type,url,preview_image_url,alt_text,width,height,variants',
  'poll.fields': 'options,end_datetime,voting_status',
} as const
