using System.Net;
using System.Text.RegularExpressions;
using Atelier.Videos.Sound;

namespace Atelier.Videos.Captions;

public sealed partial class CaptionFileTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly string[] Awkward =
    [
        "Plain words, and more of them.",
        "--> 00:00:01.000 --> 00:00:02.000 & <b>bold</b> &lt; <i>",
        "{\\an8}{\\b1}up\\Nand\\hdown '%{}:\\\\,;[]",
        "مرحبا بالعالم 🦊 你好，世界。",
        "WEBVTT NOTE STYLE",
    ];

    private static readonly IReadOnlyList<CaptionCue> Cues = CaptionCues.Of(
        [.. Awkward.Select((text, i) => new SpokenSentence(i, text, 3 * i + 0.5, 3 * i + 2.9))],
        20
    );

    [Fact]
    public void WebVTT_reads_back_as_what_was_said()
    {
        var file = WebVtt.Captions(Cues);

        Assert.StartsWith("WEBVTT\n\n1\n00:00:00.500 --> 00:00:02.900\n", file, StringComparison.Ordinal);
        var blocks = file.TrimEnd().Split("\n\n").Skip(1).Select(block => block.Split('\n')).ToArray();
        Assert.Equal(Cues.Count, blocks.Length);
        foreach (var (cue, block) in Cues.Zip(blocks))
        {
            Assert.Matches(VttTimes(), block[1]);
            Assert.All(block.Skip(2), line => Assert.DoesNotMatch("-->|<", line));
            Assert.Equal(cue.Lines, block.Skip(2).Select(WebUtility.HtmlDecode));
        }
    }

    [Fact]
    public void SRT_reads_back_as_what_was_said_without_anything_that_looks_like_markup()
    {
        var blocks = Srt.Captions(Cues).TrimEnd().Split("\n\n").Select(block => block.Split('\n')).ToArray();

        Assert.Equal(Cues.Count, blocks.Length);
        foreach (var (cue, block) in Cues.Zip(blocks))
        {
            Assert.Matches(SrtTimes(), block[1]);
            Assert.All(block.Skip(2), line => Assert.DoesNotMatch(@"-->|<[/a-z]|&[a-z#]|\{\\", line));
            Assert.Equal(cue.Lines, block.Skip(2).Select(line => line.Replace("\u2060", "", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Ffmpeg_reads_all_three_formats_without_a_word_and_finds_every_cue()
    {
        using var folder = new ScratchFolder();
        await File.WriteAllTextAsync(folder.At("a.vtt"), WebVtt.Captions(Cues), Cancel);
        await File.WriteAllTextAsync(folder.At("a.srt"), Srt.Captions(Cues), Cancel);
        await File.WriteAllTextAsync(folder.At("a.ass"), SubStation.Captions(Cues, 1280, 720), Cancel);

        foreach (var name in (string[])["a.vtt", "a.srt", "a.ass"])
        {
            var back = folder.At($"{name}.vtt");
            Assert.Empty(await Ffmpeg.ReadAsync("-i", folder.At(name), back));
            var read = await File.ReadAllTextAsync(back, Cancel);
            Assert.Equal(Cues.Count, VttTimes().Count(read));
            Assert.Contains("Plain words, and more of them.", read, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1280, 720)]
    [InlineData(480, 854)]
    public async Task Burned_in_captions_stand_within_the_margins(int width, int height)
    {
        using var folder = new ScratchFolder();
        var wide = CaptionCues.Of(
            [new(0, "While the wonderful warm wind went on, two women wandered on through the morning meadow.", 0, 5)],
            5
        );
        await File.WriteAllTextAsync(folder.At("a.ass"), SubStation.Captions(wide, width, height), Cancel);

        var said = await Ffmpeg.ReadAsync([
            "-f",
            "lavfi",
            "-i",
            $"color=black:s={width}x{height}:r=1:d=1",
            "-vf",
            $"ass={folder.At("a.ass")}",
            "-f",
            "rawvideo",
            "-pix_fmt",
            "gray",
            folder.At("a.raw"),
        ]);
        Assert.DoesNotContain("not found", said, StringComparison.OrdinalIgnoreCase);

        var pixels = await File.ReadAllBytesAsync(folder.At("a.raw"), Cancel);
        var lit = Enumerable.Range(0, width * height).Where(i => pixels[i] > 200).ToArray();
        Assert.NotEmpty(lit);
        Assert.InRange(lit.Min(i => i % width), width * 0.03, width / 2.0);
        Assert.InRange(lit.Max(i => i % width), width / 2.0, width * 0.97);
        Assert.InRange(lit.Max(i => i / width), height * 0.8, height * 0.96);
    }

    [Fact]
    public async Task Captions_are_in_step_with_the_voice()
    {
        using var folder = new ScratchFolder();
        var narration = await new Narration(new EspeakNarrator()).SpeakAsync(
            [
                new(
                    0,
                    "The old keeper looked out over the sea. He smiled at the fox, who had come a long way, through the rain and the wind, to ask for a cup of tea.",
                    0,
                    11
                ),
                new(1, "And then they slept.", 11, 3),
            ],
            new(),
            Cancel
        );
        await SoundTrack.Mix(narration, null, 14).WriteAsync(folder.At("voice.wav"), Cancel);

        var starts = await Ffmpeg.SpeechStartsAsync(folder.At("voice.wav"));

        var cues = CaptionCues.Of(narration.Spoken, 14);
        Assert.True(cues.Count >= 4);
        Assert.All(cues, cue => Assert.InRange(starts.Min(start => Math.Abs(start - cue.StartMs / 1000.0)), 0, 0.2));
    }

    [Fact]
    public void Chapters_and_transcript_carry_the_words()
    {
        Assert.Equal(
            "WEBVTT\n\n1\n00:00:00.000 --> 00:00:04.500\nThe sea &amp; the fox\n\n2\n00:00:04.500 --> 00:01:00.000\n…\n",
            WebVtt.Chapters([new(0, 4.5, "The sea & the\nfox"), new(4.5, 60, " ")])
        );
        Assert.Equal(
            "One. Two.\n\nThree.\n",
            Transcript.Of([new(0, "One.", 0, 1), new(0, "Two.", 1, 2), new(1, "Three.", 2, 3)])
        );
    }

    [GeneratedRegex(@"^\d\d:\d\d(:\d\d)?\.\d{3} --> [\d:]+\.\d{3}$", RegexOptions.Multiline)]
    private static partial Regex VttTimes();

    [GeneratedRegex(@"^\d\d:\d\d:\d\d,\d{3} --> \d\d:\d\d:\d\d,\d{3}$")]
    private static partial Regex SrtTimes();
}
