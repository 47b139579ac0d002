using Microsoft.EntityFrameworkCore;
using NewsMonitor.Hosting.Database;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Storage;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.TopicTagging.Concepts;

/// <summary>How a change of a user's concept ended.</summary>
internal enum ConceptChange
{
    Done,

    /// <summary>There is nothing of a user's under this id.</summary>
    Absent,

    /// <summary>Tried and not saved, as asked.</summary>
    Tried,

    /// <summary>Not saved: a topic's own test would fail.</summary>
    Blocked,
}

/// <summary>Users' concepts in the database. Every change is tried on the archive first and live when the call returns.</summary>
internal sealed class UserConceptStore(TaggingDb db, LiveTopics live, LexiconSnapshot shipped, LexiconPreview preview, TimeProvider time)
{
    /// <summary>The ids that users have defined.</summary>
    public async Task<HashSet<string>> IdsAsync(CancellationToken cancellationToken) =>
        [.. await db.UserConcepts.AsNoTracking().Select(row => row.Id).ToListAsync(cancellationToken)];

    /// <summary>Where the live concept of this id comes from.</summary>
    public string OriginOf(string id, HashSet<string> users) => (users.Contains(id), shipped.TryGet(id, out _)) switch
    {
        (true, true) => "both",
        (true, false) => "user",
        _ => "shipped",
    };

    /// <summary>Adds or changes a concept.</summary>
    /// <param name="concept">The concept, valid.</param>
    /// <param name="dryRun">Only say what it would do.</param>
    /// <param name="force">Save it though topics' tests fail.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<(ConceptChange Change, LexiconEffect? Effect)> PutAsync(UserConcept concept, bool dryRun, bool force, CancellationToken cancellationToken) =>
        ChangeAsync(rows => [.. rows.Where(row => row.Id != concept.Id), concept], () => SaveAsync(concept, cancellationToken), dryRun, force, cancellationToken);

    /// <summary>Takes a user's concept away; a shipped one of the same id shows through again.</summary>
    public async Task<(ConceptChange Change, LexiconEffect? Effect)> DeleteAsync(string id, bool dryRun, bool force, CancellationToken cancellationToken)
    {
        if (!(await IdsAsync(cancellationToken)).Contains(id)) return (ConceptChange.Absent, null);
        return await ChangeAsync(rows => [.. rows.Where(row => row.Id != id)], () => db.UserConcepts.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken), dryRun, force, cancellationToken);
    }

    private async Task<(ConceptChange Change, LexiconEffect? Effect)> ChangeAsync(
        Func<List<UserConcept>, List<UserConcept>> change, Func<Task> save, bool dryRun, bool force, CancellationToken cancellationToken)
    {
        var rows = await db.UserConcepts.AsNoTracking().OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var candidate = UserLexicon.Over(shipped, change(rows.ConvertAll(row => row.ReadDefinition())));
        var effect = await preview.OfAsync(candidate, cancellationToken);
        if (dryRun) return (ConceptChange.Tried, effect);
        if (effect.Broken.Count > 0 && !force) return (ConceptChange.Blocked, effect);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            await save();
            // The others hear of it with the commit, so that nothing is stored and live nowhere.
            await db.NotifyAsync(LiveTopics.Channel, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await live.ReloadAsync(CancellationToken.None);
        return (ConceptChange.Done, effect);
    }

    private async Task SaveAsync(UserConcept concept, CancellationToken cancellationToken)
    {
        var stored = await db.UserConcepts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == concept.Id, cancellationToken);
        var now = time.GetUtcNow();
        var row = UserConceptRow.Of(concept, (stored?.Version ?? 0) + 1, stored?.CreatedAt ?? now, now);
        if (stored is null) db.UserConcepts.Add(row);
        else db.UserConcepts.Update(row);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
