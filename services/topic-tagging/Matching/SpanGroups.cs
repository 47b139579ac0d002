namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Groups hits by phrase when somebody first asks where one stands: count, add up, fill.</summary>
internal sealed class SpanGroups
{
    private int[] _group = [];
    private int[] _ends = [];
    private TokenRange[] _ranges = [];
    private bool _made;

    public void Clear() => _made = false;

    public ReadOnlySpan<TokenRange> Of(int phrase, ReadOnlySpan<int> found, ReadOnlySpan<int> phrases, ReadOnlySpan<TokenRange> ranges)
    {
        if (!_made) Make(found, phrases, ranges);
        var group = _group[phrase];
        var start = group == 0 ? 0 : _ends[group - 1];
        return _ranges.AsSpan(start, _ends[group] - start);
    }

    private void Make(ReadOnlySpan<int> found, ReadOnlySpan<int> phrases, ReadOnlySpan<TokenRange> ranges)
    {
        var highest = 0;
        foreach (var phrase in found) highest = Math.Max(highest, phrase);
        if (_group.Length <= highest) Array.Resize(ref _group, highest + 1 + (highest / 4));
        if (_ends.Length <= found.Length) _ends = new int[found.Length * 2 + 1];
        if (_ranges.Length < ranges.Length) _ranges = new TokenRange[ranges.Length * 2];
        for (var i = 0; i < found.Length; i++) _group[found[i]] = i;
        var ends = _ends.AsSpan(0, found.Length + 1);
        ends.Clear();
        foreach (var phrase in phrases) ends[_group[phrase] + 1]++;
        for (var i = 1; i < ends.Length; i++) ends[i] += ends[i - 1];
        // Now ends[g] is where group g begins; filling moves it to where g ends.
        for (var i = 0; i < phrases.Length; i++) _ranges[ends[_group[phrases[i]]]++] = ranges[i];
        _made = true;
    }
}
