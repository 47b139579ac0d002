namespace NewsMonitor.Tests.TopicTagging.Matching;

/// <summary>Small texts and queries over five words, so that they meet often.</summary>
internal sealed class RandomQueries(int seed)
{
    private static readonly string[] Words = ["alfa", "bravo", "carlo", "delta", "alfabet"];
    private static readonly string[] TextWords = [.. Words, "12", "3"];

#pragma warning disable CA5394 // Tests need repetition, not secrecy.
    private readonly Random _random = new(seed);

    public string Text()
    {
        var text = new System.Text.StringBuilder();
        for (var i = _random.Next(30); i > 0; i--)
        {
            text.Append(Pick(TextWords)).Append(_random.Next(10) switch { 0 => ".\n\n", 1 or 2 => ". ", _ => " " });
            if (text.Length > 2 && text[^2] == '.') text.Append('X').Append(' ');
        }

        return text.ToString();
    }

    public string Query(int depth = 3)
    {
        if (depth == 0) return Term();
        return _random.Next(8) switch
        {
            0 => $"({Query(depth - 1)}) AND ({Query(depth - 1)})",
            1 => $"({Query(depth - 1)}) AND NOT ({Query(depth - 1)})",
            2 => $"({Query(depth - 1)}) OR ({Query(depth - 1)})",
            3 => $"COUNT/2({Placed(2)}, {Term()}, {Placed(1)})",
            4 => $"SCORE>=12({Term()}:5, {Term()}:6, {Term()}:7)",
            _ => Placed(depth),
        };
    }

    private string Placed(int depth)
    {
        if (depth == 0) return Term();
        return _random.Next(11) switch
        {
            0 => $"{Term()} NEAR/{_random.Next(4)} {Term()}",
            1 => $"{Term()} ONEAR/{_random.Next(4)} ({Term()} OR {Term()})",
            2 or 3 => $"({Placed(depth - 1)}) SENTENCE/{_random.Next(3)} ({Placed(depth - 1)})",
            4 => $"({Placed(depth - 1)}) PARAGRAPH/{_random.Next(2)} ({Placed(depth - 1)})",
            5 => $"({Term()} AND {Term()}) SENTENCE/{_random.Next(2)} ({Placed(depth - 1)})",
            6 => $"({Placed(depth - 1)}) OR ({Placed(depth - 1)})",
            7 => $"({Term()} OR {Term()}) EXCEPT \"{Pick(Words)} {Pick(Words)}\"",
            8 => $"ATLEAST/{_random.Next(1, 4)} ({Placed(depth - 1)})",
            9 => $"LEDE/{_random.Next(1, 12)} ({Placed(depth - 1)})",
            _ => $"{Pick(["title", "body"])}:({Placed(depth - 1)})",
        };
    }

    private string Term() => _random.Next(6) switch
    {
        5 => $"number({Pick([">=", "<", "="])}{_random.Next(3, 13)}{Pick(["", " bravos"])})",
        0 => "alfa%",
        1 => $"\"{Pick(Words)} {Pick(Words)}\"",
        2 => Pick(["theme:one", "theme:two"]),
        _ => Pick(Words),
    };

    private string Pick(string[] items) => items[_random.Next(items.Length)];
#pragma warning restore CA5394
}
