using System.Text;

namespace Atelier.Videos.Sound;

public sealed class WavFileTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        var tone = ToneNarrator.Tone(0.1, 300).Samples;

        var read = WavFile.ReadMono(WavFile.Write(new(tone, tone)))!;

        Assert.Equal(tone.Length, read.Samples.Length);
        Assert.All(tone.Zip(read.Samples), pair => Assert.Equal(pair.First, pair.Second, 0.0001f));
    }

    [Fact]
    public void A_length_that_a_streaming_engine_made_up_is_not_believed()
    {
        var file = WavFile.Write(StereoWave.Silence(480));
        file.AsSpan(40, 4).Fill(0xFF);

        Assert.Equal(480, WavFile.ReadMono(file)!.Samples.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("RIFF")]
    [InlineData("RIFF____WAVEfmt ")]
    [InlineData("RIFF____WAVEdata____")]
    [InlineData("RIFF____WAVELIST\u007f\u007f\u007f\u007f")]
    [InlineData("ID3 something that is no WAV at all")]
    public void What_is_no_WAV_is_told_apart(string file) =>
        Assert.Null(WavFile.ReadMono(Encoding.Latin1.GetBytes(file)));

    [Theory]
    [InlineData(22_050)]
    [InlineData(24_000)]
    [InlineData(44_100)]
    [InlineData(96_000)]
    public void A_tone_is_the_same_tone_at_another_rate(int rate)
    {
        var tone = new MonoWave(
            [.. Enumerable.Range(0, rate / 2).Select(i => 0.5f * (float)Math.Sin(2 * Math.PI * 1000 * i / rate))],
            rate
        );

        var resampled = Resampler.To48k(tone).Samples;

        Assert.Equal(24_000, resampled.Length);
        for (var i = 1000; i < 23_000; i++)
            Assert.Equal(0.5 * Math.Sin(2 * Math.PI * 1000 * i / 48_000), resampled[i], 0.005);
    }
}
