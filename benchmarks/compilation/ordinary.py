"""Writes C# that has nothing to do with Kubernetes: services, DTOs, LINQ and strings, for what the analyzers cost where there is nothing to find."""

from pathlib import Path
from string import Template

from .exchange import IMPORT, REPORT

ENTITIES = ("Order", "Invoice", "Customer", "Shipment", "Voucher", "Product", "Return", "Supplier", "Discount")
AREAS = ("Retail", "Wholesale", "Archive")


def text() -> str:
    """A file of 3,000 lines, the same each time: what a shop does with one kind of entity each, in three styles."""
    entities = [(area, entity) for entity in ENTITIES for area in AREAS]
    return FILE.substitute(entities="".join(_entity(i, area + entity, entity) for i, (area, entity) in enumerate(entities)))


def write_web(folder: Path, files: int) -> None:
    """A web project of that many files: one for each kind of entity, those that all share, and one that starts it and has an endpoint for each service."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "Shared.cs").write_text(FILE.substitute(entities=""))
    names = [f"{ENTITIES[i % len(ENTITIES)]}{i:03}" for i in range(files - 2)]
    for index, name in enumerate(names):
        (folder / f"{name}.cs").write_text(ENTITY_FILE.substitute(entity=_entity(index, name, ENTITIES[index % len(ENTITIES)])))
    (folder / "Program.cs").write_text(PROGRAM.substitute(endpoints="".join(ENDPOINT.substitute(Name=name) for name in names[::3])))


def _entity(index: int, name: str, kind: str) -> str:
    return (SERVICE, REPORT, IMPORT)[index % 3].substitute(Name=name, Kind=kind, kind=kind.lower(), limit=10 + index, rate=f"0.{index:02}m")


FILE = Template('''\
using System.Globalization;
using System.Text;

namespace Shop.Trade;

public interface IStore<T>
{
    Task<T?> FindAsync(string number, CancellationToken cancellationToken);

    IAsyncEnumerable<T> AllAsync(CancellationToken cancellationToken);

    Task SaveAsync(T entity, CancellationToken cancellationToken);
}

public interface ITradeLog
{
    void Write(string level, string message);
}

public sealed record Money(decimal Amount, string Currency)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $$"{Amount:0.00} {Currency}");
}

public sealed record Line(string Article, int Quantity, Money Price);
$entities
internal static class Texts
{
    public static string Slug(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
            {
                result.Append(char.ToLowerInvariant(c));
            }
            else if (result.Length > 0 && result[^1] != '-')
            {
                result.Append('-');
            }
        }

        return result.ToString().TrimEnd('-');
    }

    public static string Shorten(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
''')

ENTITY_FILE = Template('''\
using System.Globalization;
using System.Text;

namespace Shop.Trade;
$entity''')

PROGRAM = Template('''\
using Shop.Trade;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
var app = builder.Build();
$endpoints
app.Run();
''')

ENDPOINT = Template('''
app.MapGet("/$Name/{number}", (string number, ${Name}Service service, CancellationToken cancellationToken) => service.GetAsync(number, cancellationToken));''')

SERVICE = Template('''
public sealed class ${Name}
{
    public required string Number { get; init; }

    public string Title { get; set; } = "";

    public DateOnly Date { get; set; }

    public bool IsClosed { get; set; }

    public IDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public IList<Line> Lines { get; init; } = [];
}

public sealed record ${Name}Dto(string Number, string Title, string Date, decimal Total, IReadOnlyList<string> Articles);

public sealed class ${Name}Service(IStore<$Name> store, ITradeLog log, TimeProvider clock)
{
    private const int Limit = $limit;

    private readonly Dictionary<string, ${Name}Dto> _cache = new(StringComparer.OrdinalIgnoreCase);
    private int _misses;

    public async Task<${Name}Dto?> GetAsync(string number, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(number);
        if (_cache.TryGetValue(number, out var known))
        {
            return known;
        }

        _misses++;
        log.Write("info", $$"$kind {number} is not cached, {_misses} misses");
        if (await store.FindAsync(number, cancellationToken) is not { } found)
        {
            log.Write("warning", $$"There is no $kind {number}");
            return null;
        }

        var dto = Map(found);
        _cache[number] = dto;
        if (_cache.Count > Limit)
        {
            _cache.Remove(_cache.Keys.First());
        }

        return dto;
    }

    public async Task<$Name> CreateAsync(string title, IEnumerable<Line> lines, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var created = new $Name
        {
            Number = $$"{now.Year}-{Texts.Slug(title)}",
            Title = title.Trim(),
            Date = DateOnly.FromDateTime(now.Date),
            Lines = [.. lines.Where(l => l.Quantity > 0)],
            Tags = new Dictionary<string, string> { ["area"] = "$Name", ["kind"] = "$kind" },
        };
        if (created.Lines.Count == 0)
        {
            throw new InvalidOperationException($$"A $kind needs lines: {created.Number}");
        }

        created.Tags["lines"] = created.Lines.Count.ToString(CultureInfo.InvariantCulture);
        await store.SaveAsync(created, cancellationToken);
        log.Write("info", $$"Created $kind {created.Number} with {created.Lines.Count} lines");
        return created;
    }

    public async Task<int> CloseOldAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        var before = DateOnly.FromDateTime((clock.GetUtcNow() - age).Date);
        var closed = 0;
        await foreach (var entity in store.AllAsync(cancellationToken))
        {
            if (entity.IsClosed || entity.Date >= before)
            {
                continue;
            }

            entity.IsClosed = true;
            entity.Tags["closed"] = before.ToString("O", CultureInfo.InvariantCulture);
            try
            {
                await store.SaveAsync(entity, cancellationToken);
                closed++;
            }
            catch (IOException exception)
            {
                log.Write("error", $$"$kind {entity.Number}: {exception.Message}");
            }
        }

        return closed;
    }

    private static ${Name}Dto Map($Name entity)
    {
        var total = 0m;
        var articles = new List<string>();
        foreach (var line in entity.Lines.OrderBy(l => l.Article, StringComparer.Ordinal))
        {
            total += line.Quantity * line.Price.Amount;
            articles.Add($$"{line.Quantity} × {Texts.Shorten(line.Article, 40)}");
        }

        return new(entity.Number, entity.Title, entity.Date.ToString("O", CultureInfo.InvariantCulture), total, articles);
    }
}
''')
