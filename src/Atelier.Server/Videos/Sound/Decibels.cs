namespace Atelier.Videos.Sound;

internal static class Decibels
{
    public static float ToGain(double decibels) => (float)Math.Pow(10, decibels / 20);
}
