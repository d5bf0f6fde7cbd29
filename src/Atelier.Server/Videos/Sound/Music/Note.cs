namespace Atelier.Videos.Sound.Music;

/// <param name="Start">Seconds from the beginning.</param>
/// <param name="Pitch">As MIDI counts: 69 is the A of 440 Hz.</param>
/// <param name="Place">0 is left, 1 right.</param>
internal sealed record Note(
    Instrument Instrument,
    double Start,
    double Seconds,
    int Pitch,
    double Strength,
    double Place
)
{
    public double Frequency => 440 * Math.Pow(2, (Pitch - 69) / 12.0);
}
