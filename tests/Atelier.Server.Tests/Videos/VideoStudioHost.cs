using System.Net;
using System.Text.Json.Nodes;
using Atelier.Support;

namespace Atelier.Videos;

/// <summary>A studio that renders what is ordered.</summary>
public abstract class VideoStudioHost : StudioFactory
{
    /// <returns>The finished job.</returns>
    public async Task<JsonNode> FinishAsync(Person person, Guid video)
    {
        var job = (await person.GetAsync($"videos/{video}")).Expect(HttpStatusCode.OK)["jobId"]!.GetValue<Guid>();
        await ReachAsync(job, "succeeded", "failed", "cancelled");
        return (await person.GetAsync($"jobs/{job}")).Expect(HttpStatusCode.OK);
    }
}
