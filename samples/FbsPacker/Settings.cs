using System.Globalization;

namespace FbsPacker;

/// <summary>What the command line says.</summary>
internal sealed record Settings
{
    public const string Usage =
        """
        FbsPacker [--write] [--marking FILE] [--stocks FILE] [--per-box N] [--out FOLDER] [--name NAME]

        Takes the new FBS orders of the morning, checks what they need, puts them into supplies, prints a pick list and the stickers in its order,
        hands over, and sets the stocks of a CSV file.

          --write         does it. Without it, against WB, everything is only read and shown; the emulated shop is always written to.
          --marking FILE  scanned codes: article, code (or Артикул, Код); the first order of an article gets the first code. marking.csv if it is there
          --stocks FILE   stocks: warehouseId, chrtId, amount (or Склад, Размер, Остаток). stocks.csv if it is there
          --per-box N     how many orders go into a box; needed where the supplies are brought to a pickup point, which takes them in boxes
          --out FOLDER    where stickers.pdf, the stickers of orders across the border, those of boxes and QR codes are written, and the state by which a broken-off morning goes on. The default is "morning"
          --name NAME     the morning; the same name goes on where it was broken off. The default is the day

        Shipping: WB_SHIPPING_CITY and WB_SHIPPING_POINT (its number) say where the supplies are brought; WB demands it of supplies within Russia.
        Without WB_TOKEN (a token with Marketplace) it is an emulated shop.
        Exit codes: 0 all orders are handed over; 1 some are not; 2 the command line, a file or the token is wrong; 130 Ctrl-C.
        """;

    public bool IsWriting { get; private init; }

    public string? MarkingFile { get; private init; }

    public string? StocksFile { get; private init; }

    public int? OrdersPerBox { get; private init; }

    public string Folder { get; private init; } = "morning";

    public string Name { get; private init; } = DateTime.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads the command line; <see langword="null"/> if it asks for help.</summary>
    public static Settings? Parse(ReadOnlySpan<string> args)
    {
        if (args.ContainsAny("--help", "-h"))
            return null;
        var settings = new Settings();
        for (int i = 0; i < args.Length; i++)
        {
            string option = args[i];
            if (option == "--write")
            {
                settings = settings with { IsWriting = true };
                continue;
            }

            if (option is not ("--marking" or "--stocks" or "--per-box" or "--out" or "--name"))
                throw new UsageException($"There is no option {option}. See --help.");
            if (++i == args.Length)
                throw new UsageException($"{option} needs a value. See --help.");
            settings = option switch
            {
                "--marking" => settings with { MarkingFile = args[i] },
                "--stocks" => settings with { StocksFile = args[i] },
                "--per-box" => settings with { OrdersPerBox = Count(option, args[i]) },
                "--out" => settings with { Folder = args[i] },
                _ => settings with { Name = args[i] },
            };
        }

        return settings;
    }

    /// <summary>A file of this name in the current folder; in the emulated shop also the sample's own, which lies beside the program.</summary>
    public static string? Default(string file, bool isDemo) =>
        File.Exists(file) ? file : isDemo ? Path.Combine(AppContext.BaseDirectory, file) : null;

    private static int Count(string option, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
            ? count
            : throw new UsageException($"{option} needs a whole number from 1 on. See --help.");
}
