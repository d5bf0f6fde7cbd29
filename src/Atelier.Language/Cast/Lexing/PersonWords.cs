namespace Atelier.Language.Cast.Lexing;

internal static class PersonWords
{
    public const string MaleTitles = "mr mister sir lord messrs monsieur m signor signore herr master squire don esq";

    public const string FemaleTitles =
        "mrs miss misses ms mistress lady dame madame mme mademoiselle mlle signora signorina frau fraulein madam";

    public const string Titles = "cousin dr rev reverend hon honourable honorable saint st";

    public const string Ranks = """
        captain capt colonel col major general gen lieutenant lieut sergeant corporal admiral commodore commander
        professor prof doctor judge inspector constable officer bishop cardinal rabbi parson vicar president governor
        """;

    public const string MaleRanks =
        "king prince duke earl count baron marquis viscount emperor sultan sheikh squire friar abbot chancellor farmer deacon goodman dominie sheriff marshal";

    public const string FemaleRanks =
        "queen princess duchess countess baroness marchioness empress abbess viscountess goody nurse";

    /// <summary>Titles written in two ways: short and whole.</summary>
    public const string Shortened = """
        dr:doctor mister:mr capt:captain col:colonel gen:general lieut:lieutenant prof:professor rev:reverend hon:honourable
        honorable:honourable mme:madame mlle:mademoiselle auntie:aunt aunty:aunt st:saint
        """;

    public const string Abbreviated = """
        mr mrs ms dr st capt col gen lieut lt sergt rev hon prof messrs mme mlle esq jr sr mt no vol
        """;

    public const string MaleKinTitles = "uncle father brother grandfather grandpa papa pa dad daddy nephew";

    public const string FemaleKinTitles =
        "aunt auntie aunty mother sister grandmother grandma granny mamma mama ma nurse";

    public const string MaleKin = """
        husband father son brother uncle nephew grandfather papa lover bridegroom stepfather father-in-law son-in-law
        brother-in-law godfather guardian grandson widower
        """;

    public const string FemaleKin = """
        wife mother daughter sister aunt niece grandmother mamma bride stepmother mother-in-law daughter-in-law sister-in-law
        godmother governess granddaughter
        """;

    public const string Kin =
        "cousin friend companion child partner spouse sweetheart master mistress host hostess guest";

    public const string MaleGeneric = "man boy gentleman fellow lad chap youth guy stranger youngster";

    public const string FemaleGeneric = "woman girl lady lass maiden damsel matron dame";

    public const string Generic = "person child creature visitor speaker newcomer baby kid";

    public const string MaleRoles = """
        landlord clergyman priest monk minister curate waiter butler footman coachman groom valet steward porter
        policeman detective soldier sailor mate skipper boatswain convict thief robber pirate prisoner warder jailer gaoler
        farmer miller blacksmith carpenter tailor cobbler shoemaker butcher baker grocer barber merchant tradesman
        banker lawyer attorney solicitor barrister magistrate physician surgeon chemist apothecary schoolmaster tutor teacher
        clerk secretary editor journalist author poet painter artist musician fiddler conductor driver cabman ploughman
        shepherd gamekeeper gardener hunter trapper guide cowboy foreman sheriff marshal trooper knight page herald archer
        chief warrior elder sage wizard sorcerer giant dwarf baronet nobleman ambassador statesman senator postman
        undertaker beadle sexton auctioneer peddler pedlar beggar tramp innkeeper bartender saloon-keeper workman labourer
        fisherman ferryman watchman messenger spokesman foreigner frenchman englishman irishman scotchman scotsman german italian russian
        """;

    public const string FemaleRoles = """
        landlady housekeeper maid housemaid chambermaid parlourmaid nursemaid nurse cook waitress
        seamstress dressmaker laundress milkmaid shepherdess witch fairy nun actress widow spinster heiress hostess
        stewardess schoolmistress charwoman washerwoman goddess sorceress
        """;

    public const string Roles = """
        servant attendant assistant cook student scholar pupil patient client customer passenger traveller traveler
        neighbour neighbor peasant villager slave savage negro indian native robot captive orphan invalid
        hatter caterpillar rabbit cat dog horse lion wolf bear fox owl bird mouse rat frog spider ghost spirit devil angel
        colonel captain major general doctor professor inspector judge
        """;

    public const string Groups =
        "men women boys girls ladies gentlemen people children crowd others soldiers voices party company friends fellows";

    public const string MaleCalls =
        "sir papa father uncle grandfather grandpa dad daddy boy lad sirrah monsieur brother";

    public const string FemaleCalls = """
        madam ma'am ma mam mamma mama mother aunt auntie grandmother grandma granny miss missis missy madame mademoiselle
        sister girl
        """;

    public const string Belongings = """
        face eyes eye hand hands voice head heart arm arms hair lips mouth mind brow forehead cheek cheeks shoulder shoulders
        chair room house horse hat coat dress manner smile tone look temper feelings life death letter opinion
        friend friends name story knee lap side ear foot feet bedside
        """;
}
