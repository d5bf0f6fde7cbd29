using System.Globalization;
using Atelier.Benchmarks.Books;
using Atelier.Benchmarks.Identity;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["books", .. var rest]:
        return await BooksBenchmark.RunAsync(
            rest is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 100
        );
    case ["identity"]:
        return await IdentityBenchmark.RunAsync();
    default:
        Console.Error.WriteLine("usage: ./atelier bench books [COUNT] | identity");
        return 2;
}
