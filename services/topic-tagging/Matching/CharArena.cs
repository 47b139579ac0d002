namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// Words one after another, each behind its length: a string object would cost more than most words. Grows by one writer at a time; readers need
/// no lock, since what is written once never changes.
/// </summary>
internal sealed class CharArena
{
    private char[] _chars = new char[64];
    private int _count;

    /// <summary>The word at a place that <see cref="Add"/> returned.</summary>
    public ReadOnlySpan<char> this[int place]
    {
        get
        {
            var chars = _chars;
            return chars.AsSpan(place + 1, chars[place]);
        }
    }

    /// <summary>Keeps a word and returns its place.</summary>
    public int Add(ReadOnlySpan<char> word)
    {
        var place = _count;
        Storage.Reserve(ref _chars, place + word.Length + 1);
        _chars[place] = (char)word.Length;
        word.CopyTo(_chars.AsSpan(place + 1));
        _count += word.Length + 1;
        return place;
    }

    public void Trim() => Storage.Trim(ref _chars, _count);
}
