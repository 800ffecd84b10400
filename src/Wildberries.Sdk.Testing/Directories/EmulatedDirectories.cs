namespace Wildberries.Sdk.Testing;

/// <summary>
/// What cards are filled in from: subjects with their characteristics, colours, countries and so on. They are WB's own, so that a few of each are always there:
/// mugs (1190), blankets (1128), sweaters (217) and sneakers (105), of which the last two have characteristics that are required. May be used from any thread.
/// </summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/item-management#tag/categoriesSubcategoriesAndCharacteristics"/>.</remarks>
public sealed class EmulatedDirectories
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, EmulatedSubject> _subjects = [];
    private readonly Dictionary<string, (string English, string Chinese)> _translations = new(StringComparer.Ordinal);
    private IReadOnlyList<EmulatedColor> _colors = DirectoriesContent.Colors;
    private IReadOnlyList<EmulatedCountry> _countries = DirectoriesContent.Countries;
    private IReadOnlyList<string> _genders = DirectoriesContent.Genders;
    private IReadOnlyList<string> _seasons = DirectoriesContent.Seasons;
    private IReadOnlyList<string> _vatRates = DirectoriesContent.VatRates;
    private int _brandPageSize = 1000;

    internal EmulatedDirectories()
    {
        foreach (EmulatedSubject subject in DirectoriesContent.Subjects)
            _subjects[subject.Id] = subject;
        foreach ((string russian, string english, string chinese) in DirectoriesContent.Translations)
            _translations[russian] = (english, chinese);
    }

    /// <summary>The subjects, by number.</summary>
    public IReadOnlyList<EmulatedSubject> Subjects
    {
        get
        {
            lock (_lock)
                return [.. _subjects.Values];
        }
    }

    /// <summary>The colours.</summary>
    public IReadOnlyList<EmulatedColor> Colors
    {
        get => Get(ref _colors);
        set => Set(ref _colors, value);
    }

    /// <summary>The countries.</summary>
    public IReadOnlyList<EmulatedCountry> Countries
    {
        get => Get(ref _countries);
        set => Set(ref _countries, value);
    }

    /// <summary>The genders, in Russian.</summary>
    public IReadOnlyList<string> Genders
    {
        get => Get(ref _genders);
        set => Set(ref _genders, value);
    }

    /// <summary>The seasons, in Russian.</summary>
    public IReadOnlyList<string> Seasons
    {
        get => Get(ref _seasons);
        set => Set(ref _seasons, value);
    }

    /// <summary>The VAT rates: percents as texts, and a text for products without VAT.</summary>
    public IReadOnlyList<string> VatRates
    {
        get => Get(ref _vatRates);
        set => Set(ref _vatRates, value);
    }

    /// <summary>How many brands a page has.</summary>
    /// <value>The default is 1,000.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int BrandPageSize
    {
        get
        {
            lock (_lock)
                return _brandPageSize;
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            lock (_lock)
                _brandPageSize = value;
        }
    }

    /// <summary>Adds a subject, or replaces the one with its number.</summary>
    /// <param name="subject">The subject.</param>
    /// <exception cref="ArgumentException">
    /// Its number or that of a characteristic is not positive, a characteristic comes twice, or its type is not 0, 1 or 4.
    /// </exception>
    public void Add(EmulatedSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (subject.Id <= 0)
            throw new ArgumentException($"A subject has a positive number, not {subject.Id}.", nameof(subject));
        var ids = new HashSet<long>();
        foreach (EmulatedCharacteristic characteristic in subject.Characteristics)
        {
            if (characteristic.Id <= 0 || characteristic.Type is not (0 or 1 or 4))
            {
                throw new ArgumentException(
                    $"The characteristic {characteristic.Id} has the type {characteristic.Type}: the number is positive, the type 0, 1 or 4.", nameof(subject));
            }

            if (!ids.Add(characteristic.Id))
                throw new ArgumentException($"The characteristic {characteristic.Id} comes twice.", nameof(subject));
        }

        lock (_lock)
            _subjects[subject.Id] = subject;
    }

    /// <summary>Finds a subject.</summary>
    /// <param name="subjectId">Its number.</param>
    /// <returns>The subject, or <see langword="null"/>.</returns>
    public EmulatedSubject? Find(long subjectId)
    {
        lock (_lock)
            return _subjects.GetValueOrDefault(subjectId);
    }

    /// <summary>Takes a subject away; cards of it stay.</summary>
    /// <param name="subjectId">Its number.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(long subjectId)
    {
        lock (_lock)
            return _subjects.Remove(subjectId);
    }

    /// <summary>
    /// Says what a name or a value is in other languages, wherever it is read in them: in the directories, and in cards. What is written into a card is kept as it comes, in
    /// whatever language: who writes back a card that was read in English has changed its values.
    /// </summary>
    /// <param name="russian">The text in Russian.</param>
    /// <param name="english">In English.</param>
    /// <param name="chinese">In Chinese; <see langword="null"/>: as in English.</param>
    public void Translate(string russian, string english, string? chinese = null)
    {
        ArgumentNullException.ThrowIfNull(russian);
        ArgumentNullException.ThrowIfNull(english);
        lock (_lock)
            _translations[russian] = (english, chinese ?? english);
    }

    /// <summary>A text in a language: <c>ru</c>, <c>en</c> or <c>zh</c>.</summary>
    internal string In(string locale, string russian)
    {
        if (locale == ContentAnswers.Russian)
            return russian;
        lock (_lock)
        {
            return !_translations.TryGetValue(russian, out (string English, string Chinese) translation) ? russian
                : locale == "en" ? translation.English : translation.Chinese;
        }
    }

    private T Get<T>(ref T field)
    {
        lock (_lock)
            return field;
    }

    private void Set<T>(ref IReadOnlyList<T> field, IReadOnlyList<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        lock (_lock)
            field = [.. value];
    }
}
