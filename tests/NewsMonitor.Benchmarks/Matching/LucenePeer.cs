using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Spans;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace NewsMonitor.Benchmarks.Matching;

/// <summary>Lucene.Net the way it is used for alerts: a batch of documents becomes an index in memory, and every query is run on it.</summary>
internal sealed class LucenePeer
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string Field = "text";

    private readonly Analyzer _analyzer = Analyzer.NewAnonymous((_, reader) =>
    {
        var tokenizer = new StandardTokenizer(Version, reader);
        return new TokenStreamComponents(tokenizer, new ASCIIFoldingFilter(new LowerCaseFilter(Version, tokenizer)));
    });

    private readonly List<Query> _queries;

    public LucenePeer(IEnumerable<string> queries) => _queries = [.. queries.Select(q => Compile(SExpression.Parse(q)))];

    /// <summary>Matches a batch and returns how many matches there were.</summary>
    public int Match(IEnumerable<WorkloadDocument> batch)
    {
        using var directory = new RAMDirectory();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(Version, _analyzer) { MergeScheduler = new SerialMergeScheduler() }))
        {
            foreach (var document in batch) writer.AddDocument(new Document { new TextField(Field, document.Text, Lucene.Net.Documents.Field.Store.NO) });
        }

        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        var counter = new TotalHitCountCollector();
        foreach (var query in _queries) searcher.Search(query, counter);
        return counter.TotalHits;
    }

    private Query Compile(SExpression query)
    {
        switch (query.Form)
        {
            case "":
                return new TermQuery(Term(query.Word));
            case "pre":
                return new PrefixQuery(Term(query.Operands[0].Word.TrimEnd('*')));
            case "ph":
                var phrase = new PhraseQuery();
                foreach (var word in query.Operands) phrase.Add(Term(word.Word));
                return phrase;
            case "near":
                return new SpanNearQuery([.. query.Operands.Select(Span)], int.Parse(query.Word, System.Globalization.CultureInfo.InvariantCulture), inOrder: false);
            default:
                var all = new BooleanQuery();
                foreach (var operand in query.Operands)
                {
                    if (operand.Form == "not") all.Add(Compile(operand.Operands[0]), Occur.MUST_NOT);
                    else all.Add(Compile(operand), query.Form == "and" ? Occur.MUST : Occur.SHOULD);
                }

                return all;
        }
    }

    private SpanQuery Span(SExpression query) => query.Form == "or"
        ? new SpanOrQuery([.. query.Operands.Select(Span)])
        : new SpanTermQuery(Term(query.Word));

    private Term Term(string word)
    {
        using var stream = _analyzer.GetTokenStream(Field, word);
        var text = stream.AddAttribute<ICharTermAttribute>();
        stream.Reset();
        var term = stream.IncrementToken() ? text.ToString()! : word;
        stream.End();
        return new Term(Field, term);
    }
}
