export default function (config) {
  config.addCollection('newestFirst', (collections) => collections.getFilteredByTag('session').toReversed())
  return {
    dir: { input: 'src', output: '_site' },
    htmlTemplateEngine: 'njk',
    markdownTemplateEngine: 'njk',
  }
}
