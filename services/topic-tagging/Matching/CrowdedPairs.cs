using System.Runtime.InteropServices;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// The pairs of two clauses where there are thousands. Of those over the same stretch of text it keeps only as many as can make a difference:
/// one is dropped when, whatever words the rest of the query takes, a kept one does not clash with them either. By Bollobás' theorem the kept
/// ones are few, and the query holds with them exactly when it holds with all.
/// </summary>
/// <param name="others">How many more words the rest of the query can ask for at most.</param>
internal sealed class CrowdedPairs(int others)
{
    // Against queries and articles that are made to take long; only these can miss a match here.
    private const int MaxPairs = 20_000;
    private const int MaxTries = 1_000_000;
    private const int MaxOthers = 8;
    private const int MaxParts = 16;

    private readonly int _others = Math.Min(others, MaxOthers);
    private readonly Dictionary<Occurrence, OccurrencePart[]> _parts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(int First, int Last), List<OccurrencePart[]>> _kept = [];
    private readonly List<OccurrencePart> _chosen = [];
    private readonly OccurrencePart[] _pair = new OccurrencePart[MaxParts];
    private Occurrence? _left;
    private OccurrencePart[] _leftParts = [];
    private int _tries;

    public List<Occurrence> Pairs { get; } = [];

    /// <summary>Adds a pair if it is one and makes a difference; false when there are too many to go on.</summary>
    public bool Add(Occurrence left, Occurrence right)
    {
        if (++_tries > MaxTries || Pairs.Count >= MaxPairs) return false;
        // The left one stays the same for many right ones.
        if (left != _left) (_left, _leftParts) = (left, PartsOf(left));
        var its = PartsOf(right);
        if (left.First <= right.Last && right.First <= left.Last && Clash(_leftParts, its)) return true;
        ref var kept = ref CollectionsMarshal.GetValueRefOrAddDefault(_kept, (Math.Min(left.First, right.First), Math.Max(left.Last, right.Last)), out _);
        if (kept is not null && !MakesDifference(its, kept)) return true;
        (kept ??= []).Add([.. _leftParts, .. its]);
        Pairs.Add(new Occurrence(left, right));
        return true;
    }

    private bool MakesDifference(OccurrencePart[] its, List<OccurrencePart[]> kept)
    {
        if (_leftParts.Length + its.Length > MaxParts) return false;
        _leftParts.CopyTo(_pair, 0);
        its.CopyTo(_pair, _leftParts.Length);
        _chosen.Clear();
        return MakesDifference(_pair.AsSpan(0, _leftParts.Length + its.Length), kept, _others);
    }

    private OccurrencePart[] PartsOf(Occurrence occurrence)
    {
        if (_parts.TryGetValue(occurrence, out var known)) return known;
        return _parts[occurrence] = [.. occurrence.Terms().Select(OccurrencePart.Of).Distinct()];
    }

    private static bool Clash(OccurrencePart[] left, OccurrencePart[] right)
    {
        foreach (var part in left)
        {
            if (OccurrencePart.Clash(right, part)) return true;
        }

        return false;
    }

    // Looks for words of the rest of the query that clash with all kept pairs and not with this one.
    private bool MakesDifference(ReadOnlySpan<OccurrencePart> parts, List<OccurrencePart[]> kept, int left)
    {
        if (FirstFree(kept) is not { } free) return true;
        if (left == 0) return false;
        foreach (var part in free)
        {
            // What may clash with it: each of its words, and another concept of a pattern that carries both.
            for (var i = part.Hit.Left.First; i <= part.Hit.Left.Last; i++) if (Choose(new(new Hit(i, i), -1), parts, kept, left)) return true;
            for (var i = part.Hit.Right.First; part.Hit.IsSplit && i <= part.Hit.Right.Last; i++) if (Choose(new(new Hit(i, i), -1), parts, kept, left)) return true;
            foreach (var own in parts)
            {
                if (own.Concept < 0 || !own.Hit.Overlaps(part.Hit)) continue;
                if (Choose(new(own.Hit, own.Hit == part.Hit && part.Concept >= 0 ? part.Concept : int.MaxValue), parts, kept, left)) return true;
            }
        }

        return false;
    }

    private bool Choose(in OccurrencePart word, ReadOnlySpan<OccurrencePart> parts, List<OccurrencePart[]> kept, int left)
    {
        if (OccurrencePart.Clash(parts, word)) return false;
        _chosen.Add(word);
        if (MakesDifference(parts, kept, left - 1)) return true;
        _chosen.RemoveAt(_chosen.Count - 1);
        return false;
    }

    private OccurrencePart[]? FirstFree(List<OccurrencePart[]> kept)
    {
        var chosen = CollectionsMarshal.AsSpan(_chosen);
        foreach (var parts in kept)
        {
            var isFree = true;
            foreach (var word in chosen) isFree &= !OccurrencePart.Clash(parts, word);
            if (isFree) return parts;
        }

        return null;
    }
}
