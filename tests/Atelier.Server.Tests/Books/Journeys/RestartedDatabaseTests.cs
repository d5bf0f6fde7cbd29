using System.Diagnostics;
using Atelier.Support;

namespace Atelier.Books.Journeys;

public sealed class RestartedDatabaseTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("atelier-outage-test-");

    public void Dispose() => _data.Delete(recursive: true);

    [Theory]
    [InlineData("INT")] // a restart: sessions end, all is in order
    [InlineData("KILL")] // the kernel, short of memory: recovery from the log
    public async Task A_database_that_goes_away_in_the_middle_of_a_book_does_not_cost_an_attempt(string signal)
    {
        using var studio = await StudioProcess.Start(_data.FullName).ReadyAsync();
        var person = await studio.RegisterAsync();
        await using (var gate = StepGate.Of(_data.FullName))
        {
            await gate.CloseAsync("illustrate:5");
            var journey = await BookJourney.BeginAsync(person);
            await gate.ReachedAsync();

            await SignalAsync(signal);
            var away = await person.GetAsync($"books/{journey.Book}");
            Assert.True((int)away.Status is 200 or 503, $"{away.Status}: {away.Body}");
            await gate.OpenOnceBackAsync();

            var job = await journey.EndAsync(person, "succeeded");
            var attempt = Assert.Single(job["attempts"]!.AsArray())!;
            Assert.Equal("succeeded", attempt["outcome"]!.GetValue<string>());
            Assert.Equal(5, (await BookJourney.HashesAsync(person, journey.Book)).Count);
        }
        Assert.Empty(BookJourney.LeftoversIn(_data.FullName));
    }

    private async Task SignalAsync(string signal)
    {
        var file = Path.Combine(_data.FullName, "postgres", "data", "postmaster.pid");
        using var kill = Process.Start("kill", [$"-{signal}", File.ReadLines(file).First()]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
