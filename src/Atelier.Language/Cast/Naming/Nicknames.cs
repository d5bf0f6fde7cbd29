using Atelier.Language.Cast.Lexing;

namespace Atelier.Language.Cast.Naming;

/// <summary>Short forms of given names. They only ever join two names that a text already has.</summary>
internal static class Nicknames
{
    private const string Sets = """
        elizabeth:lizzy,lizzie,liza,eliza,bess,bessie,bessy,beth,betty,betsy,betsey,elsie,libby
        margaret:meg,peggy,maggie,madge,meggy
        mary:molly,polly,moll
        catherine:kate,kitty,cathy,katy,kathy,kit
        katherine:kate,kitty,kathy,katy
        anne:annie,nan,nancy,nanny
        ann:annie,nan,nancy
        jane:janey,jenny,janet,jennie
        susan:sue,susie,sukey,suky
        sarah:sally,sadie
        harriet:hatty,hattie
        frances:fanny,frankie
        charlotte:lottie,lotty
        caroline:carrie,caddy,carry
        dorothy:dolly,dora,dot,dolly
        dorothea:dodo,dolly,dora
        helen:nell,nellie,nelly
        ellen:nell,nellie,nelly
        eleanor:nell,nelly,nellie,nora
        martha:patty,matty
        matilda:tilly,matty
        isabella:bella,isa,belle
        arabella:bella
        rebecca:becky
        josephine:jo
        amelia:emmy,milly
        emily:emmy,em
        emma:emmy,em
        cecilia:cissy,cis,sissy
        louisa:loo,lou
        georgiana:georgy,georgie
        theresa:tess,tessa
        william:will,willie,willy,bill,billy
        robert:rob,robin,bob,bobby,bert
        richard:dick,dickie,dicky,rick
        edward:ned,ted,teddy,neddy,eddie,ed
        edmund:ned,ted
        theodore:teddy,ted
        thomas:tom,tommy
        john:jack,johnny,jock
        james:jim,jimmy,jem,jamie
        henry:harry,hal
        charles:charley,charlie
        george:georgy,georgie
        francis:frank
        joseph:joe,jos,joey
        samuel:sam,sammy
        philip:pip,phil
        nicholas:nick
        benjamin:ben,benny
        daniel:dan,danny
        david:davy,dave
        michael:mike,mick
        matthew:mat,matt
        andrew:andy
        anthony:tony
        antony:tony
        alexander:alec,alick,sandy,alex
        frederick:fred,freddy
        alfred:alf
        albert:bert,bertie
        herbert:bert,bertie
        walter:wat,walt
        peter:pete
        patrick:pat,paddy
        christopher:kit,chris
        lawrence:larry
        timothy:tim
        abraham:abe
        gregory:greg
        reginald:reggie,rex
        huckleberry:huck
        tobias:toby
        oliver:noll
        stephen:steve
        martin:mart
        arthur:art
        leonard:len
        jacob:jake
        evelyn:evie
        ronald:ronny,ronnie
        """;

    private static readonly Dictionary<string, HashSet<string>> Full = Read();

    /// <summary>Whether one is a short form of the other: known, or made by adding "y" or "ie".</summary>
    public static bool Pair(string a, string b) =>
        (Full.TryGetValue(a, out var longer) && longer.Contains(b))
        || (Full.TryGetValue(b, out longer) && longer.Contains(a))
        || IsDiminutive(a, b)
        || IsDiminutive(b, a);

    /// <summary>Tom and Tommy, Ned and Neddy, Georg and Georgie.</summary>
    private static bool IsDiminutive(string small, string name)
    {
        var stem =
            small.EndsWith("ie", StringComparison.Ordinal) || small.EndsWith("ey", StringComparison.Ordinal)
                ? small[..^2]
            : small.EndsWith('y') ? small[..^1]
            : "";
        if (stem.Length < 3)
            return false;
        if (stem[^1] == stem[^2] && name == stem[..^1])
            return true;
        return name == stem || name == stem + "e";
    }

    private static Dictionary<string, HashSet<string>> Read()
    {
        var full = new Dictionary<string, HashSet<string>>();
        foreach (var line in Sets.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var small in line[(colon + 1)..].Split(','))
                (full.TryGetValue(small, out var names) ? names : full[small] = []).Add(line[..colon]);
        }
        return full;
    }
}
