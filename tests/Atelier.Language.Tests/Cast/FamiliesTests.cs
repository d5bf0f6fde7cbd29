namespace Atelier.Language.Tests.Cast;

/// <summary>Which names of a family are one person's, and which are not.</summary>
public sealed class FamiliesTests
{
    [Fact]
    public void Mr_with_the_surname_is_the_one_who_is_called_Mr_with_the_whole_name()
    {
        var aliases = AliasesOf(
            "Mr. Robert Hadley came in. He sat down. \"Good evening,\" said Mr. Robert Hadley.",
            "\"Good evening,\" said Simon Hadley, and he rose. Simon smiled. Simon was young.",
            "\"It is cold,\" said Mr. Hadley. He shivered.",
            "\"Very cold,\" said Simon. Simon laughed. Simon Hadley put on his coat."
        );
        Assert.Contains("Mr. Hadley", aliases("Mr. Robert Hadley"));
        Assert.DoesNotContain("Mr. Hadley", aliases("Simon"));
    }

    [Fact]
    public void Mrs_of_several_women_is_none_of_the_daughters()
    {
        var aliases = AliasesOf(
            "\"Good evening,\" said Clara Hadley, and she rose. Clara smiled.",
            "\"Good evening,\" said Ruth Hadley, and she sat down. Ruth laughed.",
            "\"You are late,\" said Mrs. Hadley. She shook her head at Clara.",
            "\"We are,\" said Ruth. Mrs. Hadley sighed."
        );
        Assert.Equal(["Mrs. Hadley"], aliases("Mrs. Hadley"));
    }

    [Fact]
    public void Mr_with_a_given_name_is_whoever_has_it()
    {
        var aliases = AliasesOf(
            "\"Good evening,\" said Robert Hadley, and he rose.",
            "\"Good evening, Mr. Robert,\" said the old servant.",
            "\"It is cold,\" said Mr. Robert. He shivered.",
            "Robert Hadley put on his coat, and Mr. Robert was himself again."
        );
        Assert.Contains("Mr. Robert", aliases("Robert Hadley"));
    }

    [Fact]
    public void A_bare_surname_is_his_who_is_mostly_called_by_it()
    {
        var aliases = AliasesOf(
            "\"Good evening,\" said Mr. Robert Hadley. Mr. Hadley sat down, and Mr. Hadley frowned.",
            "\"Good evening,\" said Simon Hadley, and he rose. Simon smiled. Simon was young, and Simon laughed.",
            "\"It is cold,\" said Hadley. Mr. Hadley shivered.",
            "\"Very cold,\" said Simon. Simon laughed, and Mr. Hadley did not."
        );
        Assert.Contains("Hadley", aliases("Mr. Robert Hadley"));
    }

    [Fact]
    public void A_word_that_opens_sentences_is_a_name_in_a_book_that_writes_it_with_a_capital_inside_them()
    {
        var visits = Enumerable.Repeat("\"I think so,\" said Hush to Martha, and Martha gave Hush a kiss.", 8);
        var aliases = AliasesOf([.. visits, "\"Good evening,\" said Martha, and she looked for Hush."]);
        Assert.Equal(["Hush"], aliases("Hush"));
        var warnings = Enumerable.Repeat("\"Come here,\" said Martha. \"Hush! And do hush,\" said Edwin to Martha.", 8);
        Assert.DoesNotContain(Tale.Read(string.Join("\n\n", warnings)).People, person => person.Name == "Hush");
    }

    [Fact]
    public void A_short_name_of_a_woman_joins_her_whole_name()
    {
        var aliases = AliasesOf(
            "\"Good evening,\" said Miss Elizabeth Hadley, and she rose. Elizabeth smiled.",
            "\"Sit down,\" said Mr. Thorne. He pointed to a chair.",
            "\"I will,\" said Lizzie Hadley, and she sat down. Lizzie smiled again."
        );
        Assert.Contains("Lizzie Hadley", aliases("Miss Elizabeth Hadley"));
    }

    private static Func<string, IReadOnlyList<string>> AliasesOf(params string[] paragraphs)
    {
        var report = Tale.Read(string.Join("\n\n", paragraphs));
        return name => report.People.First(person => person.Aliases.Contains(name)).Aliases;
    }
}
