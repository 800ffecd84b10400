namespace PricesFromCsv;

/// <summary>What the command line says.</summary>
internal sealed record Settings
{
    public const string Usage =
        """
        PricesFromCsv [FILE] [--dry-run] [--yes]   sets the prices of a CSV file (prices.csv if none is named)
        PricesFromCsv undo [RUN] [--dry-run] [--yes]   sets the prices back to what they were before a run (the last one that was no undo)
        PricesFromCsv resume [RUN]   asks WB what became of a run that was interrupted; sends nothing

          --dry-run   shows what would change, and sends nothing
          --yes       does not ask before it sends
          --russian   writes Russian headings and semicolons, as Excel in Russia reads them; both are read in any case

        The first line of the file names the columns: nmId, price, discount (or Артикул WB, Новая цена, Новая скидка).
        A file with a column that is none of these is refused. Without WB_TOKEN (a token with prices) it is an emulated shop that changes.
        What the buyer pays is shown without WB's own discounts.
        Each run has a folder of its own in runs: undo.csv, upload.json, result.csv, left-out.csv.
        Exit codes: 0 all is as the file says; 1 something is not; 2 the command line, the file or the token is wrong; 130 Ctrl-C.
        """;

    // The sample's own file, which lies beside the program.
    public static string DefaultFile => File.Exists("prices.csv") ? "prices.csv" : System.IO.Path.Combine(AppContext.BaseDirectory, "prices.csv");

    public string Command { get; private init; } = "set";

    /// <summary>The file, or the folder of a run.</summary>
    public string? Path { get; private init; }

    public bool IsDryRun { get; private init; }

    public bool IsConfirmed { get; private init; }

    /// <summary>Whether the files it writes are for Excel in Russia.</summary>
    public bool IsRussian { get; private init; }

    /// <summary>Reads the command line; <see langword="null"/> if it asks for help.</summary>
    public static Settings? Parse(ReadOnlySpan<string> args)
    {
        if (args.ContainsAny("--help", "-h"))
            return null;
        var settings = new Settings();
        if (args is ["undo" or "resume", ..])
        {
            settings = settings with { Command = args[0] };
            args = args[1..];
        }

        foreach (string arg in args)
        {
            switch (arg)
            {
                case "--dry-run":
                    settings = settings with { IsDryRun = true };
                    break;
                case "--yes":
                    settings = settings with { IsConfirmed = true };
                    break;
                case "--russian":
                    settings = settings with { IsRussian = true };
                    break;
                case var _ when settings.Path is null && !arg.StartsWith('-'):
                    settings = settings with { Path = arg };
                    break;
                default:
                    throw new UsageException(arg.StartsWith('-') ? $"There is no option {arg}. See --help." : $"{arg} is one name too many. See --help.");
            }
        }

        return settings;
    }
}
