using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// An article made ready for matching: cut into tokens once, the queries' words found once, the concepts when somebody asks. Its memory serves
/// one article after another.
/// </summary>
internal sealed class Article
{
    private readonly PhraseHits _patterns = new();
    private readonly ConceptHits _concepts = new();
    private LexiconIndex _lexicon = null!;
    private string[] _languages = [];
    private FoldingProfile _profile;
    private bool _hasConcepts;
    private NumberFinder? _numbers;
    private CountryListings? _listings;
    private HashSet<int>? _items;
    private int _lede;

    /// <summary>The article as given.</summary>
    public MatchInput Input { get; private set; } = null!;

    /// <summary>Its tokens.</summary>
    public TokenStream Stream { get; private set; } = null!;

    /// <summary>The queries' own words that it holds, by literal.</summary>
    public PhraseHits Literals { get; } = new();

    /// <summary>Where it names which concept.</summary>
    public ConceptHits Concepts
    {
        get
        {
            if (_hasConcepts) return _concepts;
            _hasConcepts = true;
            _lexicon.Find(Stream, _languages, _profile, _patterns, _concepts);
            return _concepts;
        }
    }

    /// <summary>Its numbers.</summary>
    public NumberFinder Numbers => _numbers ??= new NumberFinder(this);

    /// <summary>Its sentences that list countries.</summary>
    public CountryListings Listings => _listings ??= new CountryListings(this);

    /// <summary>Its paragraphs that are items of a roundup.</summary>
    public HashSet<int> Items => _items ??= Roundup.Items(Stream);

    /// <summary>The paragraph that opens the body.</summary>
    public int Lede => _lede > 0 ? _lede : _lede = Layout.LedeOf(Stream);

    /// <summary>Begins another article.</summary>
    public void Begin(MatchInput input, TokenStream stream, LexiconIndex lexicon, string[] languages, FoldingProfile profile)
    {
        (Input, Stream, _lexicon, _languages, _profile) = (input, stream, lexicon, languages, profile);
        (_hasConcepts, _numbers, _listings, _items, _lede) = (false, null, null, null, 0);
    }
}
