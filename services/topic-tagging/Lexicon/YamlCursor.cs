using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NewsMonitor.TopicTagging.Lexicon;

/// <summary>Reads YAML event by event: several times faster at process start than an object mapper.</summary>
internal sealed class YamlCursor
{
    private readonly Parser _parser;
    private readonly string _place;

    public YamlCursor(TextReader reader, string place)
    {
        (_parser, _place) = (new Parser(reader), place);
        _parser.Consume<StreamStart>();
    }

    /// <summary>Moves into the next document; false at the end.</summary>
    public bool NextDocument()
    {
        _parser.TryConsume<DocumentEnd>(out _);
        return _parser.TryConsume<DocumentStart>(out _);
    }

    public bool AtSequence => _parser.Accept<SequenceStart>(out _);

    public void Mapping(Action<string> onKey)
    {
        Enter<MappingStart>("a mapping");
        while (!_parser.TryConsume<MappingEnd>(out _)) onKey(Scalar());
    }

    public void Sequence(Action onItem)
    {
        Enter<SequenceStart>("a list");
        while (!_parser.TryConsume<SequenceEnd>(out _)) onItem();
    }

    public List<string> Strings()
    {
        var items = new List<string>();
        Sequence(() => items.Add(Scalar()));
        return items;
    }

    public string Scalar() => _parser.TryConsume<Scalar>(out var scalar) ? scalar.Value : throw Wrong("a value");

    public void Skip() => _parser.SkipThisAndNestedEvents();

    public LexiconFormatException Wrong(string expected) => new($"{_place}:{_parser.Current?.Start.Line ?? 0}", $"expected {expected}");

    private void Enter<T>(string expected)
        where T : ParsingEvent
    {
        if (!_parser.TryConsume<T>(out _)) throw Wrong(expected);
    }
}
