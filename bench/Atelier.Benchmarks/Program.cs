using System.Globalization;
using Atelier.Benchmarks.Books;
using Atelier.Benchmarks.Campaigns;
using Atelier.Benchmarks.Chaos;
using Atelier.Benchmarks.Chaos.Nodes;
using Atelier.Benchmarks.Identity;
using Atelier.Benchmarks.Jobs;
using Atelier.Benchmarks.Language;
using Atelier.Benchmarks.Reading;
using Atelier.Benchmarks.Realtime;
using Atelier.Benchmarks.Search;
using Atelier.Benchmarks.Videos;
using Atelier.Benchmarks.Web;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["books", .. var rest]:
        return await BooksBenchmark.RunAsync(
            rest is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 100
        );
    case ["campaigns", .. var cancels]:
        return await CampaignsBenchmark.RunAsync(
            cancels is [var times, ..] ? int.Parse(times, CultureInfo.InvariantCulture) : 40,
            TimeProvider.System
        );
    case ["identity"]:
        return await IdentityBenchmark.RunAsync();
    case ["chaos", .. var chaos]:
        return await ChaosBenchmark.RunAsync(chaos, TimeProvider.System);
    case [ChaosNode.Verb, var address, var version]:
        return await ChaosNode.RunAsync(address, older: version == "older");
    case ["jobs", .. var plan]:
        return await JobsBenchmark.RunAsync(JobsPlan.Parse(plan));
    case ["jobs-engine"]:
        return await OwnEngine.RunAsync();
    case ["language", .. var folder]:
        return LanguageBenchmark.Run(folder);
    case ["reading", .. var folder]:
        return await ReadingBenchmark.RunAsync(folder);
    case ["realtime", .. var plan]:
        return await RealtimeBenchmark.RunAsync(RealtimePlan.Parse(plan));
    case ["realtime-server", .. var rest]:
        return await RealtimeBenchmark.ServeAsync(rest);
    case ["search", .. var size]:
        return await SearchBenchmark.RunAsync(
            size is [var passages, ..] ? int.Parse(passages, CultureInfo.InvariantCulture) : 1_000_000
        );
    case ["videos"]:
        return await VideosBenchmark.RunAsync();
    case ["web-studio", .. var rest]:
        return await WebStudio.RunAsync(rest);
    default:
        Console.Error.WriteLine(
            "usage: ./atelier bench books [COUNT] | campaigns [CANCELS] | chaos [--minutes N] [--seed N] | identity | jobs [COUNT] [--rounds N] [--only NAME,NAME] | language [DIR [NOVELS [DIALOGISM]]] | reading [DIR] | realtime [SOCKETS] [--rounds N] [--only rates,idle,frozen,killed] | search [PASSAGES] | videos"
        );
        return 2;
}
