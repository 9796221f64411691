using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using TipSom.Domain.Referrals;

namespace TipSom.Domain.Tests.Architecture;

/// <summary>The domain stands on nothing but the language, and changes only by its verbs.</summary>
public sealed class DomainShapeTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Domain = typeof(Referral).Assembly;

    [Fact]
    public void The_project_references_nothing()
    {
        var project = XDocument.Load(Repository.PathOf("src/TipSom.Domain/TipSom.Domain.csproj"));

        var references = project.Descendants().Where(e => e.Name.LocalName.EndsWith("Reference", StringComparison.Ordinal));

        Assert.Empty(references.Select(r => $"{r.Name.LocalName} {r.Attribute("Include")?.Value}"));
    }

    [Fact]
    public void No_package_reaches_it_by_the_build_files_above_it()
    {
        var locked = File.ReadAllText(Repository.PathOf("src/TipSom.Domain/packages.lock.json"));

        Assert.DoesNotContain("resolved", locked, StringComparison.Ordinal);
        Assert.DoesNotContain("\"Project\"", locked, StringComparison.Ordinal);
    }

    [Fact]
    public void The_assembly_uses_only_the_systems_own() => Assert.All(
        Domain.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal));

    [Fact]
    public void Nothing_is_changed_from_outside_but_by_a_verb()
    {
        var settable = from type in Written()
                       from property in type.GetProperties(Declared)
                       where property.SetMethod is { IsPublic: true } && !IsInit(property)
                       select $"{type.Name}.{property.Name}";
        var open = from type in Written()
                   where !type.IsEnum
                   from field in type.GetFields(Declared)
                   where !field.IsInitOnly && !field.IsLiteral
                   select $"{type.Name}.{field.Name}";

        Assert.Empty(settable);
        Assert.Empty(open);
    }

    [Fact]
    public void Every_list_is_shown_read_only()
    {
        var lists = from type in Written()
                    from property in type.GetProperties(Declared)
                    where property.PropertyType.IsGenericType
                        && property.PropertyType.GetInterfaces().Append(property.PropertyType).Any(
                            i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICollection<>))
                    select $"{type.Name}.{property.Name}";

        Assert.Empty(lists);
    }

    [Fact]
    public void Every_class_is_sealed_or_static() =>
        Assert.Empty(Written().Where(t => t is { IsClass: true, IsSealed: false }).Select(t => t.Name));

    [Fact]
    public void There_is_something_to_look_at() => Assert.InRange(Written().Count(), 50, 1000);

    private static IEnumerable<Type> Written() => Domain.GetTypes().Where(
        t => t.Namespace?.StartsWith("TipSom.", StringComparison.Ordinal) == true && !t.IsDefined(typeof(CompilerGeneratedAttribute))
            && !t.Name.Contains('<', StringComparison.Ordinal));

    private static bool IsInit(PropertyInfo property) =>
        property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
