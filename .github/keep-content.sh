# Commits what a run wrote into content/ and pushes it: keep-content.sh MESSAGE. Where the host has just edited, theirs
# comes first. BRANCH says where to; where BUILT is "success", the site is built again with what the host wrote.
set -eo pipefail

git add content
if git diff --cached --quiet; then exit 0; fi
git config user.name 'github-actions[bot]'
git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
git commit --quiet -m "$1"
for try in 1 2 3; do
  if git push --quiet origin "HEAD:refs/heads/$BRANCH"; then
    if [ "$try" -gt 1 ] && [ "$BUILT" = success ]; then
      npm run friday -- --no-fetch --no-recheck --no-publish --no-mirror
    fi
    exit 0
  fi
  if ! git pull --quiet --rebase origin "$BRANCH"; then
    git rebase --abort
    echo "::error title=Two edits of the same lines::The host and this run changed the same lines of content/. Run the workflow again: it starts from the host's."
    exit 1
  fi
done
echo "::error title=Not kept::The branch took nothing, three times: see the lines above. If it is protected, let GitHub Actions push to it."
exit 1
