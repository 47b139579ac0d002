using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// Words and phrases that must stand as they are, as a trie over numbered words (atoms): one look per word of the text, and one more per word
/// of a phrase that the text follows, however many phrases begin alike. Grows by one writer at a time, read without locks.
/// </summary>
internal sealed class PhraseTrie(CharArena arena)
{
    // What a state says of itself: bits in front of the number + 1 of the phrase that ends there.
    private const int Continues = 1 << 31;
    private const int HasOthers = 1 << 30;
    private const int IsMarked = 1 << 29;
    private const int PhraseBits = IsMarked - 1;

    // States of more than one word are numbered from here, so that an atom is the state of its one-word phrase.
    private const int Deep = 1 << 30;

    private readonly WordTable _words = new(arena);
    private readonly KeyTable _next = new();
    private readonly KeyTable _others = new();
    private int[] _deep = [];
    private int _deepCount;

    /// <summary>The atoms of all tokens, -1 for those that stand in no phrase.</summary>
    public void FindAtoms(TokenStream stream, PhraseHits memory) => _words.FindAll(stream, memory.Lookups, memory.Atoms);

    /// <summary>The atom of a folded word, or -1.</summary>
    public int AtomOf(ReadOnlySpan<char> folded, uint hash) => _words.Find(folded, hash);

    /// <summary>The atom of a folded word, a new one if need be.</summary>
    public int AddAtom(ReadOnlySpan<char> folded, int place) => _words.Add(folded, WordHash.Of(folded), place);

    /// <summary>Marks an atom for the caller.</summary>
    public void Mark(int atom) => Volatile.Write(ref _words.Value(atom), _words.Value(atom) | IsMarked);

    public bool IsMarkedAtom(int atom) => (_words.Value(atom) & IsMarked) != 0;

    /// <summary>Adds a phrase of atoms, each perhaps required to follow without a separator.</summary>
    public void Add(ReadOnlySpan<(int Atom, bool Glued)> words, int phrase)
    {
        var state = words[0].Atom;
        foreach (var (atom, glued) in words[1..])
        {
            var key = Key(state, atom, glued);
            var next = _next.Find(key, -1);
            if (next < 0)
            {
                Storage.Reserve(ref _deep, _deepCount + 1);
                next = Deep + _deepCount++;
                _next.Set(key, next);
                Volatile.Write(ref Entry(state), Entry(state) | Continues);
            }

            state = next;
        }

        End(ref Entry(state), phrase);
    }

    /// <summary>Adds the hits of all phrases that begin at a token.</summary>
    public void Follow(TokenStream stream, ReadOnlySpan<int> atoms, int first, PhraseHits hits)
    {
        var entry = _words.Value(atoms[first]);
        if ((entry & PhraseBits) != 0) Emit(entry, first, first, hits);
        if (entry < 0) Follow(stream, atoms, atoms[first], first, first + 1, hits);
    }

    public void Trim()
    {
        _words.Trim();
        _next.Trim();
        _others.Trim();
        Storage.Trim(ref _deep, _deepCount);
    }

    private void Follow(TokenStream stream, ReadOnlySpan<int> atoms, int state, int first, int index, PhraseHits hits)
    {
        if (index >= atoms.Length || atoms[index] < 0 || stream.SentenceOf(index) != stream.SentenceOf(first)) return;
        Step(_next.Find(Key(state, atoms[index], false), -1), stream, atoms, first, index, hits);
        if (stream.Tokens[index].Has(TokenTraits.Glued)) Step(_next.Find(Key(state, atoms[index], true), -1), stream, atoms, first, index, hits);
    }

    private void Step(int next, TokenStream stream, ReadOnlySpan<int> atoms, int first, int index, PhraseHits hits)
    {
        if (next < 0) return;
        var entry = Entry(next);
        if ((entry & PhraseBits) != 0) Emit(entry, first, index, hits);
        if (entry < 0) Follow(stream, atoms, next, first, index + 1, hits);
    }

    private void Emit(int entry, int first, int last, PhraseHits hits)
    {
        var phrase = (entry & PhraseBits) - 1;
        hits.Add(phrase, first, last);
        if ((entry & HasOthers) == 0) return;
        // Spelt apart in their queries, folded alike: Café and cafe.
        while ((phrase = _others.Find((ulong)phrase + 1, -1)) >= 0) hits.Add(phrase, first, last);
    }

    private void End(ref int entry, int phrase)
    {
        if ((entry & PhraseBits) == 0)
        {
            Volatile.Write(ref entry, entry | (phrase + 1));
            return;
        }

        var last = (entry & PhraseBits) - 1;
        while (_others.Find((ulong)last + 1, -1) is var other and >= 0) last = other;
        if (last == phrase) return;
        _others.Set((ulong)last + 1, phrase);
        Volatile.Write(ref entry, entry | HasOthers);
    }

    private ref int Entry(int state)
    {
        if (state < Deep) return ref _words.Value(state);
        return ref _deep[state - Deep];
    }

    private static ulong Key(int state, int atom, bool glued) => ((ulong)(uint)state << 32) | ((uint)atom << 1) | (glued ? 1u : 0u) | (1UL << 63);
}
