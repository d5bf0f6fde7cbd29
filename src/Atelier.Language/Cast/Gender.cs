namespace Atelier.Language.Cast;

public enum Gender
{
    Unknown,
    Male,
    Female,
}
