using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain.Reporting.Exports;

namespace TipSom.Data.Mapping;

public sealed class ExportTemplateMapping : IEntityTypeConfiguration<ExportTemplate>
{
    /// <summary>The index that keeps two people from saving the same version.</summary>
    public const string OneVersion = "ux_export_templates_version";

    public void Configure(EntityTypeBuilder<ExportTemplate> builder)
    {
        builder.ToTable("export_templates", TipSomDbContext.Statistics, t =>
        {
            t.HasCheckConstraint("ck_export_templates_columns", "cardinality(headings) = cardinality(fields) and cardinality(headings) > 0");
            t.HasCheckConstraint("ck_export_templates_length", $"length(array_to_string(headings, '')) <= {ExportTemplate.HeadingMaxLength * Enum.GetValues<ExportField>().Length}");
        });
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Ignore(t => t.Columns);
        builder.PrimitiveCollection<List<string>>("headings");
        builder.PrimitiveCollection<List<ExportField>>("fields");
        builder.HasIndex(t => t.Version).HasDatabaseName(OneVersion).IsUnique();
    }
}
