using System.Numerics;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// Finds phrases in one pass over the tokens. Plain ones are followed word by word; all others are found by their first word (an exact word, a
/// stem, four letters of a leading-star word, the first two characters in scripts that are written without spaces) and then compared.
/// Grows by one writer at a time, read without locks.
/// </summary>
internal sealed class TermIndex
{
    private const int InnerKey = 4;

    private readonly CharArena _arena;
    private readonly PhraseTrie _plain;
    private readonly PhraseChains _chains = new();
    private readonly KeyTable _exact = new();
    private readonly StemTable _stems;
    private readonly WordTable _pairs;
    private readonly KeyTable _pairHeads = new();
    private readonly KeyTable _inner = new();
    private bool _hasInner;
    private bool _hasClitics;

    /// <summary>Makes an empty index.</summary>
    /// <param name="arena">Where it keeps its words.</param>
    public TermIndex(CharArena arena)
    {
        _arena = arena;
        (_plain, _stems, _pairs) = (new PhraseTrie(arena), new StemTable(arena), new WordTable(arena));
    }

    /// <summary>Adds a phrase.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="id">Its number; phrases that fold alike may share one.</param>
    /// <param name="place">Where the arena holds its only word already; else -1.</param>
    public void Add(Phrase phrase, int id, int place = -1)
    {
        if (phrase.Plain is { } plain) AddPlain(plain, id, place);
        else foreach (var beginning in phrase.Beginnings) AddBeginning(beginning, phrase, id);
    }

    /// <summary>The number of a folded word, a new one if need be.</summary>
    public int AddAtom(ReadOnlySpan<char> folded, int place) => _plain.AddAtom(folded, place);

    /// <summary>Adds a phrase of nothing but words.</summary>
    public void AddPlain(ReadOnlySpan<(int Atom, bool Glued)> words, int id) => _plain.Add(words, id);

    /// <summary>Adds the matches of all phrases to <paramref name="hits"/>, in reading order.</summary>
    public void Find(TokenStream stream, PhraseHits hits)
    {
        _plain.FindAtoms(stream, hits);
        var atoms = hits.Atoms.Span;
        var tokens = stream.Tokens;
        var hasOthers = _chains.Count > 0;
        for (var i = 0; i < atoms.Length; i++)
        {
            if (atoms[i] >= 0) _plain.Follow(stream, atoms, i, hits);
            if (hasOthers) FindOthers(stream, tokens, i, atoms[i], hits);
        }
    }

    public void Trim()
    {
        _plain.Trim();
        _chains.Trim();
        _exact.Trim();
        _stems.Trim();
        _pairs.Trim();
        _pairHeads.Trim();
        _inner.Trim();
    }

    private void AddPlain(Element[] plain, int id, int place)
    {
        Span<(int Atom, bool Glued)> words = plain.Length <= 64 ? stackalloc (int, bool)[plain.Length] : new (int, bool)[plain.Length];
        for (var i = 0; i < plain.Length; i++)
        {
            var isKept = place >= 0 && plain.Length == 1 && _arena[place].SequenceEqual(plain[i].Text);
            words[i] = (_plain.AddAtom(plain[i].Text, isKept ? place : -1), plain[i].Glued && i > 0);
        }

        _plain.Add(words, id);
    }

    private void AddBeginning(Element[] beginning, Phrase phrase, int id)
    {
        var first = beginning[0];
        _hasClitics |= first.Clitics;
        if (first.AnyStart)
        {
            // Fewer letters cannot be told from the middle of any other word; queries and the lexicon's checks ask for four.
            if (first.Text.Length < InnerKey) return;
            var key = Packed(first.Text);
            _inner.Set(key, _chains.Add(phrase, id, _inner.Find(key, -1)));
            _hasInner = true;
        }
        else if (first.Extra > 0)
        {
            ref var head = ref _stems.Head(first.Text.AsSpan(0, Math.Min(StemTable.MaxStem, first.Text.Length)));
            Volatile.Write(ref head, _chains.Add(phrase, id, head));
        }
        else if (beginning.Length > 1 && beginning[1] is { Glued: true, Extra: 0 })
        {
            var pair = first.Text + beginning[1].Text;
            var key = (ulong)_pairs.Add(pair, WordHash.Of(pair)) + 1;
            _pairHeads.Set(key, _chains.Add(phrase, id, _pairHeads.Find(key, -1)));
        }
        else
        {
            var atom = _plain.AddAtom(first.Text, -1);
            _exact.Set((ulong)atom + 1, _chains.Add(phrase, id, _exact.Find((ulong)atom + 1, -1)));
            _plain.Mark(atom);
        }
    }

    private void FindOthers(TokenStream stream, ReadOnlySpan<Token> tokens, int index, int atom, PhraseHits hits)
    {
        ref readonly var token = ref tokens[index];
        if (atom >= 0 && _plain.IsMarkedAtom(atom)) Compare(stream, index, _exact.Find((ulong)atom + 1, -1), hits);
        var hashes = stream.Hashes(token);
        var lengths = _stems.Candidates(hashes);
        if (lengths != 0) CompareStems(stream, index, stream.Folded(index), hashes, lengths, hits);
        if (_pairs.Count > 0 && index + 1 < tokens.Length && tokens[index + 1].Has(TokenTraits.Glued))
        {
            var pair = stream.FoldedPair(index);
            var id = _pairs.Find(pair, WordHash.Of(pair));
            if (id >= 0) Compare(stream, index, _pairHeads.Find((ulong)id + 1, -1), hits);
        }

        if (_hasClitics && token.Has(TokenTraits.Clitic)) LookBehindClitics(stream, index, stream.Folded(index), hits);
        if (_hasInner && !token.Has(TokenTraits.Glyph)) LookInside(stream, index, stream.Folded(index), hits);
    }

    private void CompareStems(TokenStream stream, int index, ReadOnlySpan<char> folded, ReadOnlySpan<uint> hashes, ulong lengths, PhraseHits hits)
    {
        for (; lengths != 0; lengths &= lengths - 1)
        {
            var length = BitOperations.TrailingZeroCount(lengths);
            var head = _stems.Find(folded[..length], hashes[length - 1]);
            if (head >= 0) Compare(stream, index, head, hits);
        }
    }

    private void LookBehindClitics(TokenStream stream, int index, ReadOnlySpan<char> folded, PhraseHits hits)
    {
        Span<int> lengths = stackalloc int[8];
        Span<uint> hashes = stackalloc uint[folded.Length];
        var count = Clitics.Lengths(folded, lengths);
        for (var k = 0; k < count; k++)
        {
            var rest = folded[lengths[k]..];
            var hash = WordHash.Seed;
            for (var i = 0; i < rest.Length; i++) hashes[i] = hash = WordHash.Step(hash, rest[i]);
            var atom = _plain.AtomOf(rest, hash);
            if (atom >= 0 && _plain.IsMarkedAtom(atom)) Compare(stream, index, _exact.Find((ulong)atom + 1, -1), hits);
            var known = hashes[..rest.Length];
            CompareStems(stream, index, rest, known, _stems.Candidates(known), hits);
        }
    }

    private void LookInside(TokenStream stream, int index, ReadOnlySpan<char> folded, PhraseHits hits)
    {
        ulong key = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            key = (key << 16) | folded[i];
            if (i < InnerKey - 1) continue;
            var head = _inner.Find(key, -1);
            if (head >= 0) Compare(stream, index, head, hits);
        }
    }

    private static ulong Packed(ReadOnlySpan<char> letters) =>
        ((ulong)letters[0] << 48) | ((ulong)letters[1] << 32) | ((ulong)letters[2] << 16) | letters[3];

    private void Compare(TokenStream stream, int index, int head, PhraseHits hits)
    {
        for (var link = head; link >= 0; link = _chains[link].Next)
        {
            ref readonly var entry = ref _chains[link];
            if (hits.HasAt(entry.Id, index)) continue;
            var last = entry.Phrase.Match(stream, index);
            if (last >= index) hits.Add(entry.Id, index, last);
        }
    }
}
