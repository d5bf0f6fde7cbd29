using System.Globalization;
using Atelier.Cli.Analyze;
using Atelier.Cli.Demo;
using Atelier.Cli.SampleBlogs;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

if (args is ["analyze", .. var words])
{
    if (AnalyzeOptions.Parse(words, out var refused) is { } analysis)
        return AnalyzeCommand.Run(analysis, stop.Token);
    Console.Error.WriteLine($"atelier analyze: {refused}");
    return 2;
}
if (args is ["blogs", .. var wishes])
    return await BlogsCommand.RunAsync(wishes, TimeProvider.System, stop.Token);
if (args is not ["demo", .. var rest])
{
    Console.Error.WriteLine("atelier: the commands here are analyze, blogs and demo");
    return 2;
}
var options = DemoOptions.Parse(rest, out var wrong);
if (options is null)
{
    Console.Error.WriteLine($"atelier demo: {wrong}");
    return 2;
}
return await DemoCommand.RunAsync(options, TimeProvider.System, stop.Token);
