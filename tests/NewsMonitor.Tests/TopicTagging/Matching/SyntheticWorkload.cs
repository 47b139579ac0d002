using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.Tests.TopicTagging.Matching;

/// <summary>
/// A small made-up workload: texts of invented words, as unevenly frequent as those of a language, and queries of the shapes that analysts write.
/// The same for the same seed.
/// </summary>
internal sealed class SyntheticWorkload
{
#pragma warning disable CA5394 // Repeatable on purpose.
    private static readonly string[] Syllables = ["ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu"];

    private readonly Random _random;
    private readonly string[] _words;

    public SyntheticWorkload(int seed, int vocabulary = 8_000)
    {
        _random = new Random(seed);
        _words = [.. Enumerable.Range(0, int.MaxValue).Select(_ => Invent()).Distinct().Take(vocabulary)];
    }

    public MatchInput Text(int words) =>
        new("", string.Join(' ', Enumerable.Range(1, words).Select(i => Frequent() + (i % 15 == 0 ? "." : ""))), ["en"], "paper.example", null, []);

    public List<(TopicDefinition Topic, int Version)> Topics(int count) =>
        [.. Enumerable.Range(0, count).Select(i => (new TopicDefinition($"t{i}", $"Topic {i}", Query()), 1))];

    private string Query() => _random.Next(8) switch
    {
        0 => $"\"{Frequent()} {Frequent()}\" OR \"{Rare()} {Frequent()}\"",
        1 => $"({Rare()} OR {Frequent()}) NEAR/10 {Rare()}",
        2 => $"({Rare()} OR {Rare()} OR {Rare()}) AND ({Frequent()} OR {Rare()}) AND NOT {Rare()}",
        3 => $"{Rare()[..4]}* AND {Frequent()}",
        4 => $"{Rare()} SENTENCE {Frequent()}",
        5 => $"title:{Frequent()} OR body:{Rare()}",
        6 => $"COUNT/2({Rare()}, {Rare()}, {Rare()}, {Frequent()})",
        _ => $"{Rare()} AND {Frequent()} AND {Frequent()}",
    };

    // Zipf: the k-th word about 1/k as often as the first.
    private string Frequent() => _words[(int)Math.Min(_words.Length - 1, Math.Exp(_random.NextDouble() * Math.Log(_words.Length)))];

    private string Rare() => _words[_random.Next(_words.Length)];

    private string Invent() => string.Concat(Enumerable.Range(0, _random.Next(2, 5)).Select(_ => Syllables[_random.Next(Syllables.Length)]));
#pragma warning restore CA5394
}
