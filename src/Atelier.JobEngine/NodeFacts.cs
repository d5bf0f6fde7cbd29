namespace Atelier.JobEngine;

/// <summary>What a node says about itself to those who look after all of them.</summary>
/// <param name="Version">Of the program.</param>
/// <param name="Role">What the process does, in the program's own words.</param>
public sealed record NodeFacts(string Version, string Role);
