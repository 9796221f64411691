using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TipSom.Data;

/// <summary>Stores every enum as its name and lets the database refuse any other text, so that a dump reads by itself.</summary>
internal static class EnumsAsText
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes().ToList())
        {
            foreach (var property in entity.GetProperties().ToList())
                Convert(entity, property, null);
            foreach (var complex in entity.GetComplexProperties())
                foreach (var property in complex.ComplexType.GetProperties())
                    Convert(entity, property, complex.Name);
        }
    }

    private static void Convert(IMutableEntityType entity, IMutableProperty property, string? prefix)
    {
        var element = property.GetElementType();
        var type = Nullable.GetUnderlyingType(element?.ClrType ?? property.ClrType) ?? element?.ClrType ?? property.ClrType;
        if (!type.IsEnum)
            return;
        var converter = (ValueConverter)Activator.CreateInstance(typeof(EnumToStringConverter<>).MakeGenericType(type))!;
        var names = string.Join(", ", Enum.GetNames(type).Select(n => $"'{n}'"));
        var column = SnakeCaseNames.Of(prefix + property.Name);
        if (element is null)
        {
            property.SetValueConverter(converter);
            property.SetColumnType("text");
        }
        else
        {
            element.SetValueConverter(converter);
            property.SetColumnType("text[]");
        }

        entity.AddCheckConstraint(
            $"ck_{entity.GetTableName()}_{column}", element is null ? $"{column} in ({names})" : $"{column} <@ array[{names}]");
    }
}
