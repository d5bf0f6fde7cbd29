using System.Diagnostics;
using Atelier.Identity.Passwords;

namespace Atelier.Benchmarks.Identity;

/// <summary>How many passwords the machine can check when it does nothing else.</summary>
internal static class BcryptLimit
{
    public static Figures Measure(TimeSpan duration)
    {
        var hash = PasswordHash.Make(People.Password);
        PasswordHash.Matches(People.Password, hash);
        var took = new List<double>();
        var all = Stopwatch.StartNew();
        var cores = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Check)).ToList();
        cores.ForEach(core => core.Start());
        cores.ForEach(core => core.Join());
        return Figures.Of(took, all.Elapsed);

        void Check()
        {
            while (all.Elapsed < duration)
            {
                var one = Stopwatch.StartNew();
                PasswordHash.Matches(People.Password, hash);
                lock (took)
                    took.Add(one.Elapsed.TotalMilliseconds);
            }
        }
    }
}
