namespace Atelier.Benchmarks.Realtime;

/// <summary>A studio with a person, whose channel it broadcasts to.</summary>
internal sealed record Studio(Server Server, Person Person)
{
    public string Channel => $"user:{Person.Id}";

    public Uri Address => Person.At(Server);

    public static async Task<Studio> StartAsync(Stage stage)
    {
        var server = await stage.StudioAsync();
        var person = await Person.RegisterAsync(server.Http);
        await server.OrderAsync($"channel user:{person.Id}");
        return new(server, person);
    }

    public Task<Crowd> GatherAsync(int size) => Crowd.GatherAsync(Address, isSignalR: true, size, Channel);
}
