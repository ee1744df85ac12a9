"""What comes into a shop as text and goes out of it so: the styles that are long, for ordinary.py."""

from string import Template

REPORT = Template('''
public sealed record ${Name}Row(string Number, string Customer, string Country, DateOnly Date, decimal Net, decimal Rate)
{
    public decimal Gross => Net * (1 + Rate);
}

public sealed record ${Name}Group(string Country, int Count, decimal Net, decimal Gross, ${Name}Row? Largest);

public sealed class ${Name}Report(ITradeLog log)
{
    private static readonly string[] Headers = ["Country", "Count", "Net", "Gross", "Largest"];

    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public IReadOnlyList<${Name}Group> Groups(IEnumerable<${Name}Row> rows)
    {
        var groups =
            from row in rows
            where Check(row)
            group row by row.Country into country
            let net = country.Sum(r => r.Net)
            orderby net descending, country.Key
            select new ${Name}Group(country.Key, country.Count(), net, country.Sum(r => r.Gross), country.MaxBy(r => r.Net));
        return [.. groups.Take($limit)];
    }

    public string Write(IReadOnlyList<${Name}Group> groups, DateOnly from, DateOnly to)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $$"$Kind report, {from:yyyy-MM-dd} to {to:yyyy-MM-dd}");
        text.AppendLine(string.Join(';', Headers));
        var (count, net, gross) = (0, 0m, 0m);
        foreach (var group in groups)
        {
            var largest = group.Largest is { } row ? $$"{row.Number} ({Texts.Shorten(row.Customer, 20)})" : "";
            text.Append(group.Country.PadRight(3)).Append(';').Append(group.Count).Append(';');
            text.Append(group.Net.ToString("0.00", CultureInfo.InvariantCulture)).Append(';');
            text.Append(group.Gross.ToString("0.00", CultureInfo.InvariantCulture)).Append(';').AppendLine(largest);
            count += group.Count;
            net += group.Net;
            gross += group.Gross;
        }

        text.AppendLine(CultureInfo.InvariantCulture, $$"Total;{count};{net:0.00};{gross:0.00};");
        log.Write("info", $$"The $kind report has {groups.Count} groups and {text.Length} characters");
        return text.ToString();
    }

    public static decimal RateOf(string country, DateOnly date) => (country.ToUpperInvariant(), date.Year) switch
    {
        ("DE", 2020) => 0.16m,
        ("DE", _) => 0.19m,
        ("AT" or "FR", _) => 0.20m,
        ("NL", > 2012) => 0.21m,
        ("CH", < 2024) => 0.077m,
        ({ Length: 2 }, _) => $rate,
        _ => 0m,
    };

    public Dictionary<int, List<${Name}Row>> ByQuarter(IReadOnlyCollection<${Name}Row> rows)
    {
        var quarters = new Dictionary<int, List<${Name}Row>>();
        foreach (var row in rows)
        {
            var quarter = (row.Date.Month - 1) / 3 + 1;
            if (!quarters.TryGetValue(quarter, out var list))
            {
                quarters.Add(quarter, list = []);
            }

            list.Add(row);
        }

        foreach (var list in quarters.Values)
        {
            list.Sort((a, b) => a.Date.CompareTo(b.Date));
        }

        return quarters;
    }

    private bool Check(${Name}Row row)
    {
        var before = _problems.Count;
        if (row.Net < 0)
        {
            _problems.Add($$"{row.Number}: {row.Net} is below zero");
        }

        if (row.Country is not { Length: 2 } || !row.Country.All(char.IsAsciiLetterUpper))
        {
            _problems.Add($$"{row.Number}: '{row.Country}' is no country");
        }

        return _problems.Count == before;
    }
}
''')

IMPORT = Template('''
public enum ${Name}State
{
    Open,
    Paid,
    Cancelled,
}

public sealed class ${Name}Entry
{
    public string Number { get; set; } = "";

    public string? Reference { get; set; }

    public ${Name}State State { get; set; }

    public Money? Amount { get; set; }

    public List<string> Notes { get; } = [];
}

public sealed class ${Name}Import(IStore<${Name}Entry> store, ITradeLog log)
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);

    public async Task<(int Saved, int Skipped)> RunAsync(TextReader reader, CancellationToken cancellationToken)
    {
        var (saved, skipped, number) = (0, 0, 0);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
            {
                continue;
            }

            var fields = Split(line);
            if (_columns.Count == 0)
            {
                for (var i = 0; i < fields.Count; i++)
                {
                    _columns[fields[i].Trim()] = i;
                }

                continue;
            }

            if (Parse(fields, out var problem) is not { } entry)
            {
                log.Write("warning", $$"$kind, line {number}: {problem}");
                skipped++;
                continue;
            }

            entry.Notes.Add($$"line {number}");
            if (entry.State == ${Name}State.Cancelled && entry.Amount is { Amount: > $limit })
            {
                entry.Notes.Add("large");
            }

            await store.SaveAsync(entry, cancellationToken);
            saved++;
        }

        log.Write("info", $$"$Kind import: {saved} saved, {skipped} skipped");
        return (saved, skipped);
    }

    private ${Name}Entry? Parse(IReadOnlyList<string> fields, out string problem)
    {
        problem = "";
        var entry = new ${Name}Entry { Number = Field(fields, "number"), Reference = Field(fields, "reference") };
        if (entry.Number.Length == 0)
        {
            problem = "no number";
            return null;
        }

        if (!Enum.TryParse<${Name}State>(Field(fields, "state"), ignoreCase: true, out var state))
        {
            problem = $$"no state of {entry.Number}";
            return null;
        }

        entry.State = state;
        if (decimal.TryParse(Field(fields, "amount"), NumberStyles.Number, CultureInfo.InvariantCulture, out var amount))
        {
            entry.Amount = new(amount, Field(fields, "currency") is { Length: 3 } currency ? currency.ToUpperInvariant() : "EUR");
        }

        return entry;
    }

    private string Field(IReadOnlyList<string> fields, string column) =>
        _columns.TryGetValue(column, out var index) && index < fields.Count ? fields[index].Trim() : "";

    private static List<string> Split(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (c == ';' && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
''')
