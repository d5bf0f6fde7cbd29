using System.Globalization;
using Atelier.Benchmarks.Books;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["books", .. var rest]:
        return await BooksBenchmark.RunAsync(
            rest is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 100
        );
    default:
        Console.Error.WriteLine("usage: ./atelier bench books [COUNT]");
        return 2;
}
