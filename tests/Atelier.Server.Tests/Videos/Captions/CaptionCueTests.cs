using Atelier.Videos.Sound;

namespace Atelier.Videos.Captions;

public sealed class CaptionCueTests
{
    [Fact]
    public void A_long_sentence_is_cut_where_its_clauses_end()
    {
        var cues = Cues(
            "He smiled at the small brown fox, who had come a long way through the rain, "
                + "and asked it in for a cup of warm tea.",
            seconds: 7.5
        );

        Assert.Equal(
            [
                "He smiled at the small brown fox, who had come a long way through the rain,",
                "and asked it in for a cup of warm tea.",
            ],
            cues.Select(cue => cue.Text)
        );
    }

    [Fact]
    public void A_cut_is_moved_to_the_pause_that_the_voice_made()
    {
        var spoken = new SpokenSentence(
            0,
            "The fox ran over all the hills and far away, while the old owl sat in a tree and watched the moon.",
            1,
            7
        )
        {
            Resumptions = [2.2, 3.9, 6.5],
        };

        var cues = CaptionCues.Of([spoken], 10);

        Assert.Equal([1000, 3900], cues.Select(cue => cue.StartMs));
        Assert.Equal(3900, cues[0].EndMs);
    }

    [Fact]
    public void A_short_word_stays_long_enough_to_be_read_where_there_is_room()
    {
        var cues = CaptionCues.Of([new(0, "Stop!", 1, 1.3), new(1, "The fox stood still.", 1.6, 3)], 10);

        Assert.Equal((1000, 1600), (cues[0].StartMs, cues[0].EndMs));
        Assert.Equal(
            (1000, 1833),
            CaptionCues.Of([new(0, "Stop!", 1, 1.3)], 10).Select(c => (c.StartMs, c.EndMs)).Single()
        );
    }

    [Fact]
    public void Two_short_sentences_on_one_breath_share_a_cue() =>
        Assert.Equal(
            ["Stop! It is late."],
            CaptionCues.Of([new(0, "Stop!", 1, 1.4), new(0, "It is late.", 1.7, 2.5)], 10).Select(cue => cue.Text)
        );

    [Fact]
    public void No_cue_passes_the_end_of_the_film()
    {
        var cues = CaptionCues.Of([new(0, "Good night.", 4.5, 5.2), new(0, "Sleep well.", 5.6, 6)], 5);

        Assert.Equal(5000, Assert.Single(cues).EndMs);
    }

    [Theory]
    [InlineData(
        "The old lighthouse keeper looked out over the wide and silver sea and said nothing at all for a very long time because there was nothing that he could have said."
    )]
    [InlineData(
        "很久很久以前，在大海边住着一位守灯塔的老人，他每天晚上都会点亮那盏灯，等待远方的船只回家，还给小狐狸讲海上的故事。"
    )]
    [InlineData(
        "في قديم الزمان كان هناك حارس منارة عجوز ينظر كل ليلة إلى البحر الفضي، وينتظر السفن البعيدة حتى تعود إلى بيوتها سالمة."
    )]
    [InlineData(
        "🦊🌙⭐ 🦊🌙⭐ 🦊🌙⭐ 🦊🌙⭐ 🦊🌙⭐ 🦊🌙⭐ 🦊🌙⭐ 🦊🌙⭐ 🦊🌙⭐ 🦊🌙⭐ 🦊🌙⭐ 🦊🌙⭐ 🦊🌙⭐ and so on 👩‍👩‍👧‍👦👩‍👩‍👧‍👦"
    )]
    [InlineData(
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurfsvorlagenmappendeckelfarbe'%{}:\\,;[]\n\n-->\t<b>{\\an8}&amp;"
    )]
    public void Lines_fit_the_screen_and_cues_their_time_and_no_word_is_lost(string text)
    {
        var cues = Cues(text, seconds: 9.5);

        Assert.Equal(
            CaptionText.Clean(text).Replace(" ", "", StringComparison.Ordinal),
            string.Concat(cues.SelectMany(cue => cue.Lines)).Replace(" ", "", StringComparison.Ordinal)
        );
        Assert.All(cues, cue => Assert.InRange(cue.Lines.Count, 1, 2));
        Assert.All(cues.SelectMany(cue => cue.Lines), line => Assert.InRange(CaptionText.Columns(line), 1, 42));
        Assert.All(cues, cue => Assert.InRange(cue.EndMs - cue.StartMs, 833, 7000));
        Assert.All(cues.Zip(cues.Skip(1)), pair => Assert.True(pair.First.EndMs <= pair.Second.StartMs));
        Assert.All(cues, cue => Assert.False(char.IsLowSurrogate(cue.Lines[^1][0])));
    }

    private static IReadOnlyList<CaptionCue> Cues(string text, double seconds) =>
        CaptionCues.Of([new(0, text, 0.3, 0.3 + seconds)], 60);
}
