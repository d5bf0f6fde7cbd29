using System.Globalization;
using Atelier.Generation;
using Atelier.Platform.Files;
using Atelier.Videos.Filming;
using Atelier.Videos.Sound;
using Atelier.Videos.Sound.Music;

namespace Atelier.Videos.Making;

/// <summary>Makes what is heard: the narration in its scenes, the music under it.</summary>
internal sealed class SoundStage(Narrators narrators, AssetStore assets)
{
    public async Task<SoundStep> RecordAsync(
        Video video,
        ScriptStep script,
        FilmPlan plan,
        Budget budget,
        string folder,
        CancellationToken cancel
    )
    {
        var (order, fps) = (video.Order, (double)video.Order.Fps);
        var seconds = plan.Frames / fps;
        var narration = NarrationTrack.None;
        if (order.Voice != VideoOrder.NoVoice)
            narration = await narrators.SpeakAsync(
                [
                    .. plan.Scenes.Select(scene => new NarrationLine(
                        scene.Number,
                        script.Board.Scenes[scene.Number].Narration,
                        scene.Start / fps,
                        scene.Frames / fps
                    )),
                ],
                new NarrationStyle(order.Voice, order.VoiceSpeed),
                budget,
                cancel
            );
        string[] fallback = narration.Note is { } note ? [note] : [];
        var notes = narration.Dropped.Select(d =>
            string.Create(CultureInfo.InvariantCulture, $"Scene {d.Scene + 1} is too short for: \"{d.Text}\"")
        );
        var bed = order.Music
            ? MusicBed.Compose(
                Mood.Named(script.Board.Music.ToString().ToLowerInvariant()),
                new Drawing.Seed((ulong)video.Seed).For("music").Next(),
                seconds
            )
            : null;
        if (bed is null && narration.Spoken.Count == 0)
            return new(null, null, narration.Narrator, [], [.. fallback, .. notes]);
        var track = SoundTrack.Mix(narration, bed, seconds);
        Directory.CreateDirectory(folder);
        var (wav, m4a) = (Path.Combine(folder, "sound.wav"), Path.Combine(folder, "sound.m4a"));
        try
        {
            await track.WriteAsync(wav, cancel);
            await SoundTrack.EncodeAsync(wav, m4a, cancel);
            await using var file = File.OpenRead(m4a);
            var asset = await assets.PutAsync(file, "audio/mp4", cancel);
            double? lufs = double.IsFinite(track.Lufs) ? Math.Round(track.Lufs, 2) : null;
            return new(asset.Sha256, lufs, narration.Narrator, narration.Spoken, [.. fallback, .. notes]);
        }
        catch (IOException e) when (DiskFullException.IsCauseOf(e))
        {
            throw FilmingFailure.DiskFull;
        }
        finally
        {
            File.Delete(wav);
            File.Delete(m4a);
        }
    }
}
