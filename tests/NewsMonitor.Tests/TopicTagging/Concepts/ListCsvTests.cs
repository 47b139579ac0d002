using NewsMonitor.TopicTagging.Concepts;

namespace NewsMonitor.Tests.TopicTagging.Concepts;

public class ListCsvTests
{
    private static readonly HashSet<string> Languages = ["de", "en"];

    [Fact]
    public void Rows_become_forms_by_language()
    {
        var import = ListCsv.Read("name;language;kind\r\nAcme Bearings;;\r\n\"Müller; Söhne\";de;\r\nAcme Bearings;;\r\nGAP;;\r\nGap Year;;not\r\n", "list:suppliers", "Suppliers", Languages);
        Assert.Equal(["Acme Bearings", "=GAP"], import.Concept.Patterns["*"]);
        Assert.Equal(["Müller; Söhne"], import.Concept.Patterns["de"]);
        Assert.Equal(["Gap Year"], import.Concept.Not["*"]);
        Assert.Equal((5, 1, 0), (import.Rows, import.Duplicates, import.Errors.Count));
    }

    [Fact]
    public void Signs_of_the_pattern_language_are_letters_of_a_name() =>
        Assert.Equal(["Johnson Johnson Vision"], ListCsv.Read("Johnson & Johnson (Vision)", "list:a", null, Languages).Concept.Patterns["*"]);

    [Fact]
    public void A_row_that_cannot_be_a_name_is_named_and_left_out()
    {
        var import = ListCsv.Read("Acme\n---\nthe\n", "list:a", null, Languages);
        Assert.Equal(["^Acme"], import.Concept.Patterns["*"]);
        Assert.Equal(2, import.Errors.Count);
        Assert.StartsWith("Row 2:", import.Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_in_a_language_that_nobody_speaks_is_named_and_left_out()
    {
        var import = ListCsv.Read("Acme,Germany\nBcme,de\n", "list:a", null, Languages);
        Assert.Equal(["de"], import.Concept.Patterns.Keys);
        Assert.Contains("does not speak 'Germany'", Assert.Single(import.Errors), StringComparison.Ordinal);
    }
}
