using Atelier.Videos.Sound.Music;

namespace Atelier.Videos.Sound;

public sealed class MusicBedTests
{
    public static TheoryData<string> Moods => [.. Mood.All.Select(mood => mood.Name)];

    [Theory]
    [MemberData(nameof(Moods))]
    public void A_bed_has_its_length_begins_and_ends_in_silence_and_does_not_click(string mood)
    {
        var bed = MusicBed.Compose(Mood.Named(mood), seed: 5, seconds: 7.3);

        Assert.Equal(350_400, bed.Length);
        Assert.All(
            [bed.Left, bed.Right],
            channel =>
            {
                Assert.InRange(channel[0], -0.001, 0.001);
                Assert.InRange(channel[^1], -0.001, 0.001);
                Assert.InRange(channel.Max(Math.Abs), 0.1, 1.5);
                Assert.True(channel.Skip(1).Zip(channel, (next, sample) => Math.Abs(next - sample)).Max() < 0.15);
            }
        );
    }

    [Fact]
    public void The_same_mood_and_seed_make_the_same_samples_and_another_seed_makes_others()
    {
        var bed = MusicBed.Compose(Mood.Named("playful"), 5, 4);

        Assert.Equal(bed.Left, MusicBed.Compose(Mood.Named("playful"), 5, 4).Left);
        Assert.NotEqual(bed.Left, MusicBed.Compose(Mood.Named("playful"), 6, 4).Left);
        Assert.NotEqual(bed.Left, MusicBed.Compose(Mood.Named("sad"), 5, 4).Left);
    }

    [Fact]
    public void Moods_differ_in_their_notes()
    {
        var busy = Composer.Compose(Mood.Named("playful"), 5, 30).Count;
        var sparse = Composer.Compose(Mood.Named("mysterious"), 5, 30).Count;

        Assert.True(busy > 2 * sparse, $"{busy} against {sparse} notes");
        Assert.Equal("calm", Mood.Named("no such mood").Name);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2.9)]
    [InlineData(60)]
    public void A_film_of_any_length_has_notes_within_it(double seconds)
    {
        foreach (var mood in Mood.All)
        {
            var notes = Composer.Compose(mood, 5, seconds);
            Assert.NotEmpty(notes);
            Assert.All(notes, note => Assert.InRange(note.Pitch, 30, 90));
            Assert.Contains(notes, note => note.Start < 0.1);
            Assert.Contains(notes, note => note.Start + note.Seconds > seconds - 0.1);
        }
    }
}
