using Atelier.Drawing.Typesetting;

namespace Atelier.Books.Publishing.Pages;

/// <summary>How text is set for an age: sizes in points, the younger the larger.</summary>
/// <param name="Size">What every page of the book aims at.</param>
/// <param name="Smallest">How far one crowded page may go below it.</param>
/// <param name="CentredLines">Up to so many lines stand centred; longer text starts every line at one edge.</param>
internal sealed record AgeType(double Size, double Smallest, double LineHeight, int CentredLines)
{
    public static AgeType For(string ageBand) =>
        ageBand switch
        {
            "0-2" => new(27, 24, 1.4, 6),
            "3-5" => new(20, 18, 1.45, 4),
            "5-7" => new(18, 16, 1.45, 3),
            "6-8" => new(16, 14.5, 1.45, 2),
            _ => new(14, 12.5, 1.5, 1), // 8-10
        };

    public TextAlign AlignFor(int lines) => lines <= CentredLines ? TextAlign.Centre : TextAlign.Start;
}
