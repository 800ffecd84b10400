#:property GenerateDocumentationFile=true
#:property NoWarn=$(NoWarn);CS1591
#:property PublishAot=false
// Adds up cobertura reports and fails when fewer lines of an assembly are covered than asked for.
// dotnet run eng/coverage.cs -- Wildberries.Sdk 90 one.xml two.xml
// Generated code (under obj/) does not count.
using System.Globalization;
using System.Xml.Linq;

string assembly = args[0];
double minimum = double.Parse(args[1], CultureInfo.InvariantCulture);
var lines = new Dictionary<(string File, int Line), bool>();
foreach (string report in args[2..])
{
    foreach (XElement type in XDocument.Load(report).Descendants("package")
        .Where(package => (string?)package.Attribute("name") is { } name && (name == assembly || name == assembly + ".dll"))
        .Descendants("class"))
    {
        string file = ((string?)type.Attribute("filename") ?? "").Replace('\\', '/');
        if (file.Contains("/obj/", StringComparison.Ordinal))
            continue;
        foreach (XElement line in type.Descendants("line"))
        {
            (string, int) key = (file, (int)line.Attribute("number")!);
            lines[key] = lines.GetValueOrDefault(key) || (long)line.Attribute("hits")! > 0;
        }
    }
}

if (lines.Count == 0)
{
    Console.Error.WriteLine($"The reports say nothing of {assembly}.");
    return 1;
}

int covered = lines.Values.Count(hit => hit);
double percent = 100.0 * covered / lines.Count;
foreach (var file in lines.GroupBy(entry => entry.Key.File)
    .Select(group => (Name: group.Key, Missed: group.Count(entry => !entry.Value), All: group.Count()))
    .Where(file => file.Missed > 0)
    .OrderByDescending(file => file.Missed)
    .Take(15))
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file.Missed,5} of {file.All,4} lines not covered: {Path.GetFileName(file.Name)}"));
}

Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"{assembly}: {covered} of {lines.Count} lines covered, {percent:0.0} % (at least {minimum:0} % wanted)"));
return percent >= minimum ? 0 : 1;
