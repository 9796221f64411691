using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Localization;
using TipSom.Data.History;
using TipSom.Domain.Agencies;
using TipSom.Web.Pages.Cases;

namespace TipSom.Web.Localisation;

/// <summary>A value of the history in the words that the rest of the portal has for it. The field's type is asked of the model.</summary>
public static class ChangeWords
{
    private static readonly ConcurrentDictionary<Type, MethodInfo?> Words = new();

    /// <summary>The type of a field, without "or nothing", and of a list its values'; null for one that exists no more.</summary>
    public static Type? TypeOf(IReadOnlyModel model, string subject, string field)
    {
        IReadOnlyTypeBase? type = model.GetEntityTypes().FirstOrDefault(e => e.ClrType.Name == subject);
        var path = field.Split('.');
        foreach (var larger in path.SkipLast(1))
            type = type?.FindComplexProperty(larger)?.ComplexType;
        var found = type?.GetProperties().FirstOrDefault(p => CaseParts.NameOf(p) == path[^1]) is { } property ? property.GetElementType()?.ClrType ?? property.ClrType : null;
        return found is null ? null : Nullable.GetUnderlyingType(found) ?? found;
    }

    /// <summary>The words for a value kept as invariant text; each value of a list by itself.</summary>
    public static string Of(IStringLocalizer<Ui> texts, Type? type, string text) => type switch
    {
        { IsEnum: true } => string.Join(" · ", text.Split(InvariantText.Between).Select(value => OfEnum(texts, type, value))),
        _ when type == typeof(bool) => texts[text == bool.TrueString ? "Yes" : "No"],
        _ when type == typeof(DateOnly) => PortalTime.Day(DateOnly.Parse(text, CultureInfo.InvariantCulture)),
        _ when type == typeof(DateTimeOffset) => PortalTime.Moment(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)),
        _ => text
    };

    private static string OfEnum(IStringLocalizer<Ui> texts, Type type, string text)
    {
        // A value that left the enum is still told, by the name it had.
        if (!Enum.TryParse(type, text, out var value))
            return text;
        if (value is AgencyKind lead)
            return texts[CaseWords.ShortLead(lead)];
        var words = Words.GetOrAdd(type, wanted => typeof(Labels).Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(Labels).Namespace && t is { IsAbstract: true, IsSealed: true })
            .Select(t => t.GetMethod("Of", BindingFlags.Public | BindingFlags.Static, [wanted]))
            .FirstOrDefault(m => m?.ReturnType == typeof(string)));
        return words is null ? text : texts[(string)words.Invoke(null, [value])!];
    }
}
