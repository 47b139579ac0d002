using NewsMonitor.LanguageDetection.Detection;

namespace NewsMonitor.Tests.LanguageDetection;

public sealed class ModelDetectorTests
{
    private static readonly LanguageModel Model = LanguageModel.Load();
    private static readonly ModelDetector Detector = new(Model);

    [Theory]
    [InlineData("it", "Il governo ha approvato ieri sera il decreto sulle pensioni dopo una lunga riunione")]
    [InlineData("en", "The government approved the pension decree last night after a long meeting")]
    [InlineData("de", "Die Regierung hat gestern Abend nach langer Sitzung das Rentengesetz beschlossen")]
    [InlineData("es", "El gobierno aprobó anoche el decreto de pensiones después de una larga reunión")]
    [InlineData("ru", "Правительство вчера вечером после долгого заседания приняло закон о пенсиях")]
    [InlineData("uk", "Уряд учора ввечері після довгого засідання ухвалив закон про пенсії")]
    [InlineData("ar", "وافقت الحكومة مساء أمس على قانون المعاشات بعد اجتماع طويل")]
    [InlineData("fa", "دولت دیشب پس از نشستی طولانی قانون بازنشستگی را تصویب کرد")]
    [InlineData("hi", "सरकार ने कल रात लंबी बैठक के बाद पेंशन कानून को मंजूरी दी")]
    [InlineData("ko", "정부는 어젯밤 긴 회의 끝에 연금법을 승인했다")]
    [InlineData("ja", "政府は昨夜、長い会議の末に年金法を承認した")]
    [InlineData("el", "Η κυβέρνηση ενέκρινε χθες το βράδυ τον νόμο για τις συντάξεις")]
    [InlineData("zh-Hans", "政府昨晚经过长时间会议后批准了养老金法案")]
    [InlineData("zh-Hant", "政府昨晚經過長時間會議後批准了退休金法案")]
    [InlineData("sr-Latn", "Vlada je sinoć posle duge sednice usvojila zakon o penzijama, rekao je predsednik")]
    [InlineData("sr-Cyrl", "Влада је синоћ после дуге седнице усвојила закон о пензијама, рекао је председник")]
    [InlineData("hr", "Vlada je sinoć nakon duge sjednice usvojila zakon o mirovinama, priopćio je glasnogovornik tijekom srpnja")]
    [InlineData("nn", "Regjeringa vedtok i går kveld lova om pensjonar etter eit langt møte, men ikkje alle var einige")]
    public void Sentence_is_named_with_its_language_and_script(string tag, string text) =>
        Assert.Equal(tag, Detector.Detect(text, "", null).Tag);

    [Theory]
    [InlineData("Il governo ha approvato ieri sera il decreto sulle pensioni")]
    [InlineData("Hükümet dün akşam emeklilik yasasını onayladı ve kararı açıkladı")]
    [InlineData("Правительство вчера вечером приняло закон о пенсиях")]
    public void Capitals_change_no_language(string text) =>
        Assert.Equal(Detector.Detect(text, "", null).Tag, Detector.Detect(text.ToUpperInvariant(), "", null).Tag);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("12:30 – 45 %")]
    [InlineData("G20")]
    [InlineData("https://example.org/articolo/il-governo-ha-approvato-il-decreto")]
    [InlineData("redazione@example.org @esempio #pensioni")]
    [InlineData("😀😀😀 !!!")]
    [InlineData("\uD83D")]
    [InlineData("qzx wvt")]
    public void Text_that_says_nothing_is_undetermined(string text)
    {
        var language = Detector.Detect(text, "", null);
        Assert.Equal("und", language.Tag);
        Assert.Equal(0, language.Confidence);
        Assert.Contains(language.DecidedBy, new[] { "too-little", "no-language", "uncertain" });
    }

    [Fact]
    public void Declared_language_decides_between_confusable_languages()
    {
        const string Text = "Regeringen i landet";
        Assert.Equal("da", Detector.Detect(Text, "", "da").Tag);
        Assert.Contains(Detector.Detect("Polisen i byen", "", "no").Tag, new[] { "nb", "nn" });
    }

    [Fact]
    public void Declared_language_outside_a_confusable_group_is_not_believed() =>
        Assert.Equal("it", Detector.Detect("Il governo ha approvato ieri sera il decreto sulle pensioni", "", "de").Tag);

    [Fact]
    public void Clear_words_are_believed_before_the_declared_language() =>
        Assert.Equal("nn", Detector.Detect("Eg veit ikkje korleis dei kan gjere det, men vi må hjelpe kvarandre no", "", "da").Tag);

    [Fact]
    public void Mixed_article_has_a_main_language_and_others_with_their_shares()
    {
        var italian = string.Join('\n', Enumerable.Repeat("Il presidente del Consiglio ha detto venerdì che il governo resterà in carica fino alla fine della legislatura, nonostante le divisioni nella maggioranza e le critiche dell'opposizione.", 6));
        var german = string.Join('\n', Enumerable.Repeat("Die Bundesregierung hat am Montag ein neues Gesetz beschlossen, das die Rechte der Arbeitnehmer stärken und die Unternehmen zu mehr Offenheit verpflichten soll.", 3));
        var language = Detector.Detect("Il governo resterà in carica", italian + "\n" + german, null);
        Assert.Equal("it", language.Tag);
        var other = Assert.Single(language.Others);
        Assert.Equal("de", other.Tag);
        Assert.InRange(other.Share, 0.2, 0.5);
    }

    [Fact]
    public void Leftovers_of_a_page_do_not_vote()
    {
        var leftovers = string.Join('\n', Enumerable.Repeat("Source link: Share this article with your friends and family", 20));
        Assert.Equal("it", Detector.Detect("Il governo resterà in carica fino a giugno", leftovers, null).Tag);
    }

    [Fact]
    public void Alternatives_are_at_most_three_best_first_and_without_the_answer()
    {
        var language = Detector.Detect("Vlada je donijela odluku o granici", "", null);
        Assert.InRange(language.Alternatives.Count, 1, 3);
        Assert.DoesNotContain(language.Alternatives, candidate => candidate.Tag == language.Tag);
        Assert.Equal(language.Alternatives.OrderByDescending(candidate => candidate.Confidence), language.Alternatives);
    }

    [Theory]
    [InlineData("Gant ar gouarnamant eo bet asantet al lezenn war ar retredoù goude un emvod hir dec'h da noz")]
    [InlineData("Nunavut maligaliurvia katimalaurpuq ippaksaq amma isumaliuqpalliajut pivalliatitsinirmik")]
    public void Text_in_a_language_that_the_model_lacks_is_not_answered_with_confidence(string text) =>
        Assert.InRange(Detector.Detect(text, "", null).Confidence, 0, 0.7);

    [Fact]
    public void Knows_more_than_a_hundred_languages() => Assert.InRange(Model.Languages.Tags.Count(), 101, 200);
}
