using System.Globalization;

namespace SalesToFile;

/// <summary>What the command line says.</summary>
internal sealed record Settings
{
    public const string Usage =
        """
        SalesReport [--from DAY] [--to DAY] [--out FILE] [--daily] [--russian]   saves the rows of the sales reports of a period

          --from, --to   the first and the last day, as 2026-11-16; if they are missing, the last full week
          --out          FILE.csv or FILE.xlsx (sales.csv if it is missing); a file that is there is replaced at the end
          --daily        the reports of days instead of those of weeks: there are some for the present week, too
          --russian      Russian headings; in CSV semicolons and decimal commas besides, as Excel in Russia reads them

        Without WB_TOKEN (a token with finance) it reads the reports of an emulated shop.
        Exit codes: 0 done; 1 WB or the network failed, or there are no rows; 2 the command line, the file or the token is wrong; 130 Ctrl-C.
        """;

    public DateOnly From { get; private init; }

    public DateOnly To { get; private init; }

    public string File { get; private init; } = "sales.csv";

    public bool IsDaily { get; private init; }

    public bool IsRussian { get; private init; }

    public bool IsExcel => File.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the command line; <see langword="null"/> if it asks for help.</summary>
    public static Settings? Parse(ReadOnlySpan<string> args, DateOnly today)
    {
        if (args.ContainsAny("--help", "-h"))
            return null;
        DateOnly monday = today.AddDays(-7 - (((int)today.DayOfWeek + 6) % 7));
        var settings = new Settings { From = monday, To = monday.AddDays(6) };
        while (args is [string name, .. var rest])
        {
            string? value = rest is [string next, ..] ? next : null;
            bool hasValue = name is "--from" or "--to" or "--out";
            if (hasValue && value is null)
                throw new UsageException($"{name} needs a value. See --help.");
            switch (name)
            {
                case "--from":
                    settings = settings with { From = Day(name, value) };
                    break;
                case "--to":
                    settings = settings with { To = Day(name, value) };
                    break;
                case "--out":
                    settings = settings with { File = value! };
                    break;
                case "--daily":
                    settings = settings with { IsDaily = true };
                    break;
                case "--russian":
                    settings = settings with { IsRussian = true };
                    break;
                default:
                    throw new UsageException($"There is no option {name}. See --help.");
            }

            args = rest[(hasValue ? 1 : 0)..];
        }

        if (settings.From > settings.To)
            throw new UsageException($"The last day, {settings.To:yyyy-MM-dd}, is before the first, {settings.From:yyyy-MM-dd}.");
        if (!settings.IsExcel && !settings.File.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            throw new UsageException($"--out {settings.File} must end in .csv or .xlsx.");
        if (Path.GetDirectoryName(settings.File) is { Length: > 0 } folder && !Directory.Exists(folder))
            throw new UsageException($"There is no folder {folder} for {settings.File}.");
        return settings;
    }

    private static DateOnly Day(string name, string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new UsageException($"{name} {text} is not a day as in 2026-11-16.");
}
