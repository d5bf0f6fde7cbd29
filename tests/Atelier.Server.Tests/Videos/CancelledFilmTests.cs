using System.Net;
using Atelier.Support;

namespace Atelier.Videos;

public sealed class CancelledFilmTests(VideoStudio studio) : IClassFixture<VideoStudio>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cancelled_film_leaves_no_encoder_and_no_file_and_can_be_rendered_after_all()
    {
        var person = await studio.RegisterAsync();
        var video = await VideoStudio.OrderAsync(person, VideoStudio.Order(duration: 40));
        var job = (await person.GetAsync($"videos/{video}")).Expect(HttpStatusCode.OK)["jobId"]!.GetValue<Guid>();
        while (!Encoders().Any())
            await Task.Delay(10, Cancel); // another process's start: there is no signal to wait on

        (await person.PostAsync($"jobs/{job}/cancel")).Expect(HttpStatusCode.OK);
        await studio.ReachAsync(job, "cancelled");

        while (Encoders().Any() || Directory.EnumerateFileSystemEntries(Path.Combine(studio.DataFolder, "work")).Any())
            await Task.Delay(10, Cancel); // the test's own time limit ends it
        (await person.GetAsync($"videos/{video}/file")).ExpectProblem(HttpStatusCode.Conflict, "video_not_made");
        var again = (await person.PostAsync($"videos/{video}/render")).Expect(HttpStatusCode.Accepted);
        (await person.PostAsync($"videos/{video}/render")).ExpectProblem(HttpStatusCode.Conflict, "video_rendering");
        (await person.PostAsync($"jobs/{again["jobId"]}/cancel")).Expect(HttpStatusCode.OK);
    }

    /// <summary>Running ffmpeg processes that this process, or a wrapper of its own, started to encode frames.</summary>
    private static IEnumerable<string> Encoders() =>
        Directory
            .EnumerateDirectories("/proc")
            .Where(process => int.TryParse(Path.GetFileName(process), out _))
            .Select(process => (Parent: Field(process, "status", "PPid:"), Line: Read(process, "cmdline")))
            .Where(p => p.Parent == $"{Environment.ProcessId}" && p.Line.Contains("rawvideo", StringComparison.Ordinal))
            .Select(p => p.Line);

    private static string Field(string process, string file, string name) =>
        Read(process, file)
            .Split('\n')
            .FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))
            ?[name.Length..].Trim()
        ?? "";

    private static string Read(string process, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, file));
        }
        catch (IOException)
        {
            return ""; // it ended in the meantime
        }
    }
}
