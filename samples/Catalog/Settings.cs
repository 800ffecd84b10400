using System.Globalization;

namespace Catalog;

/// <summary>What the command line says.</summary>
internal sealed record Settings
{
    public const string Usage =
        """
        Catalog [FILE] [--write] [--wait MINUTES] [--out FOLDER] [--name NAME]
        Catalog demo [FOLDER]   writes a catalogue of 200 cards with pictures that nobody sells, to look at and to try; the default is "catalog-demo"

        Imports the cards of a CSV file: checks them and their pictures, shows which WB would refuse, creates the others, waits until WB has worked on them, uploads
        the pictures, and says what became of each card. The same command once more goes on where it ended, and creates nothing twice.

          --write         does it. Without it, against WB, everything is only read, checked and shown; the emulated shop is always written to.
          --wait MINUTES  how long to wait until WB has worked on the cards; it speaks of up to 30 minutes. The default is 60
          --out FOLDER    where result.csv, catalog.log and the state by which an import goes on are written. The default is "catalog"
          --name NAME     the import; the same name goes on. The default is the name of the file

        Columns, in English or in Russian, in any order:
          article (Артикул), subject (Предмет: its name or number) are needed
          title (Наименование), description (Описание), brand (Бренд), group (Группа: cards of one group are merged)
          sizes (Размеры), russian sizes (Рос. размеры), barcodes (Баркоды), price (Цена): lists with semicolons, in the order of the sizes
          length, width, height (Длина упаковки, Ширина упаковки, Высота упаковки) in centimetres, weight (Вес с упаковкой) in kilograms
          marked (Код маркировки нанесён): yes or no (да, нет)
          pictures (Фото): files, as seen from the file's own folder; a list with semicolons
          every other column is a characteristic by its name at WB, for example Цвет: a number, or a list with semicolons, in Russian

        FILE is catalog.csv if none is named. Without WB_TOKEN (a token with Content) it is an emulated shop, and without a file the catalogue of "demo".
        Exit codes: 0 every card is in the shop with its pictures; 1 some are not; 2 the command line, the file or the token is wrong; 130 Ctrl-C.
        """;

    /// <summary>Where the catalogue that is made up goes.</summary>
    public const string DemoFolder = "catalog-demo";

    private const string DefaultFile = "catalog.csv";

    /// <summary>Whether only the catalogue that is made up is to be written.</summary>
    public bool IsDemo { get; private init; }

    /// <summary>The file; for <see cref="IsDemo"/>, the folder.</summary>
    public string? File { get; private init; }

    public bool IsWriting { get; private init; }

    public string Folder { get; private init; } = "catalog";

    /// <summary>How long to wait for WB; <see langword="null"/>: it was not said.</summary>
    public TimeSpan? Wait { get; private init; }

    /// <summary>The import; <see langword="null"/>: named after the file.</summary>
    public string? Name { get; private init; }

    /// <summary>Reads the command line; <see langword="null"/> if it asks for help.</summary>
    public static Settings? Parse(ReadOnlySpan<string> args)
    {
        if (args.ContainsAny("--help", "-h"))
            return null;
        var settings = new Settings();
        if (args is ["demo", ..])
        {
            settings = settings with { IsDemo = true };
            args = args[1..];
        }

        for (int i = 0; i < args.Length; i++)
        {
            string arg = args[i];
            if (!arg.StartsWith('-'))
            {
                settings = settings.File is null ? settings with { File = arg } : throw new UsageException($"{arg} is one name too many. See --help.");
                continue;
            }

            if (settings.IsDemo || arg is not ("--write" or "--wait" or "--out" or "--name"))
                throw new UsageException($"There is no option {arg}{(settings.IsDemo ? " of demo" : "")}. See --help.");
            if (arg == "--write")
            {
                settings = settings with { IsWriting = true };
                continue;
            }

            if (++i == args.Length)
                throw new UsageException($"{arg} needs a value. See --help.");
            settings = arg switch
            {
                "--wait" => settings with { Wait = Minutes(args[i]) },
                "--out" => settings with { Folder = args[i] },
                _ => settings with { Name = args[i] },
            };
        }

        return settings;
    }

    /// <summary>The file to import. In the emulated shop, without any, it is the one that is made up.</summary>
    public string FileFor(bool isDemoShop)
    {
        if (File is not null || System.IO.File.Exists(DefaultFile))
            return File ?? DefaultFile;
        return isDemoShop ? Demo.DemoCatalog.Write(DemoFolder) : throw new UsageException($"Which file? There is no {DefaultFile} here. See --help.");
    }

    private static TimeSpan Minutes(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int minutes) && minutes is > 0 and <= 1440
            ? TimeSpan.FromMinutes(minutes)
            : throw new UsageException("--wait needs a whole number of minutes from 1 to 1440. See --help.");
}
