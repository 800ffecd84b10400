using System.Globalization;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Directories;
using Wildberries.Sdk.Errors;

namespace Catalog;

/// <summary>Finds subjects and characteristics by their names, each asked for once.</summary>
internal sealed class SubjectBook(IDirectoriesApi directories, DirectoryCache cache)
{
    private const int Page = 1000;

    private readonly Dictionary<string, SubjectInfo?> _subjects = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds a subject.</summary>
    /// <param name="name">Its name in any of WB's languages, or its number.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The subject, or <see langword="null"/> if WB has none of this name.</returns>
    public async Task<SubjectInfo?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (!_subjects.TryGetValue(name, out SubjectInfo? subject))
        {
            long? id = long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : await FindIdAsync(name, cancellationToken);
            _subjects[name] = subject = id > 0 ? await ReadAsync(id.Value, cancellationToken) : null;
        }

        return subject;
    }

    // WB finds every subject that contains the text.
    private async Task<long?> FindIdAsync(string name, CancellationToken cancellationToken)
    {
        foreach (Locale locale in new[] { Locale.Russian, Locale.English })
        {
            IReadOnlyList<Subject> page;
            int offset = 0;
            do
            {
                page = (await directories.GetSubjectsAsync(name, limit: Page, offset: offset, locale: locale, cancellationToken: cancellationToken)).Subjects;
                if (page.FirstOrDefault(subject => string.Equals(subject.Name, name, StringComparison.OrdinalIgnoreCase)) is { } found)
                    return found.Id;
                offset += page.Count;
            }
            while (page.Count == Page);
        }

        return null;
    }

    private async Task<SubjectInfo?> ReadAsync(long id, CancellationToken cancellationToken)
    {
        var characteristics = new Dictionary<string, SubjectCharacteristic>(StringComparer.OrdinalIgnoreCase);
        try
        {
            foreach (Locale locale in new[] { Locale.Russian, Locale.English })
            {
                foreach (SubjectCharacteristic one in await cache.GetCharacteristicsAsync(id, locale, cancellationToken))
                    characteristics.TryAdd(one.Name ?? "", one);
            }
        }
        catch (WildberriesBadRequestException)
        {
            // WB has no subject of this number.
        }

        return characteristics.Count > 0 ? new SubjectInfo(id, characteristics) : null;
    }
}
