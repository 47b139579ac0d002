using System.Collections.Concurrent;

namespace NewsMonitor.TopicTagging.Text;

/// <summary>Folds characters by a profile, from tables made once per profile.</summary>
internal sealed class Folding
{
    private const char Expands = '\uFFFF';
    private const char Dropped = '\0';
    private static readonly ConcurrentDictionary<FoldingProfile, Folding> Made = new();

    private readonly char[] _single = new char[char.MaxValue + 1];
    private readonly char[] _plain = new char[char.MaxValue + 1];
    private readonly Dictionary<char, string> _expansions = [];

    private Folding(FoldingProfile profile)
    {
        Profile = profile;
        for (var i = 0; i < _single.Length; i++)
        {
            var c = (char)i;
            if (char.IsSurrogate(c)) continue;
            var folded = Letters.Fold(c, profile);
            _single[i] = folded.Length switch { 0 => Dropped, 1 => folded[0], _ => Expands };
            if (folded.Length > 1) _expansions[c] = folded;
        }

        for (var digit = 0; digit < 10; digit++)
        {
            _single['\u0660' + digit] = _single['\u06F0' + digit] = _single['\u0966' + digit] = (char)('0' + digit);
        }

        for (var i = 0; i < _single.Length; i++)
        {
            var c = (char)i;
            if (CharClasses.Of(c) is CharClass.Letter or CharClass.Digit && _single[i] is not (Dropped or Expands) && !CharClasses.IsHebrew(c)) _plain[i] = _single[i];
        }
    }

    public FoldingProfile Profile { get; }

    /// <summary>What <see cref="Plain"/> holds for all other characters.</summary>
    public const char NotPlain = '\0';

    /// <summary>
    /// The folded form of the letters and digits that become one character and ask for no further rule: neither marks nor clusters, and no
    /// Hebrew, where quotes stand inside words.
    /// </summary>
    public ReadOnlySpan<char> Plain => _plain;

    public static Folding Of(FoldingProfile profile) => Made.GetOrAdd(profile, static p => new Folding(p));

    /// <summary>True when a row of words holds only letters and digits that fold to one character each.</summary>
    public static bool IsPlain(ReadOnlySpan<char> words)
    {
        var plain = Of(FoldingProfile.Default).Plain;
        foreach (var c in words)
        {
            if (c != ' ' && plain[c] == NotPlain) return false;
        }

        return true;
    }

    /// <summary>The profile for texts in a language given as a BCP-47 tag.</summary>
    public static FoldingProfile ProfileOf(string language) => BaseOf(language) switch
    {
        "tr" or "az" => FoldingProfile.Turkic,
        "vi" => FoldingProfile.Vietnamese,
        "sv" or "fi" or "da" or "nb" or "nn" or "no" => FoldingProfile.Nordic,
        "sr" or "bs" or "sh" or "hr" or "cnr" => FoldingProfile.Serbian,
        _ => FoldingProfile.Default,
    };

    /// <summary>The primary subtag: <c>zh</c> of <c>zh-Hant</c>.</summary>
    public static string BaseOf(string language)
    {
        var hyphen = language.IndexOf('-', StringComparison.Ordinal);
        return hyphen < 0 ? language : language[..hyphen];
    }

    /// <summary>Writes the folded form of <paramref name="c"/> and says how many characters it has (at most <see cref="MaxExpansion"/>).</summary>
    public int Fold(char c, Span<char> target)
    {
        var single = _single[c];
        if (single == Dropped) return 0;
        if (single != Expands)
        {
            target[0] = single;
            return 1;
        }

        var expansion = _expansions[c];
        var length = Math.Min(expansion.Length, MaxExpansion);
        expansion.AsSpan(0, length).CopyTo(target);
        return length;
    }

    /// <summary>Room that <see cref="Fold(char, Span{char})"/> needs.</summary>
    public const int MaxExpansion = 18;
}
