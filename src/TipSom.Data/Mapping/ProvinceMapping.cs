using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain.Agencies;

namespace TipSom.Data.Mapping;

internal sealed class ProvinceMapping : IEntityTypeConfiguration<Province>
{
    public void Configure(EntityTypeBuilder<Province> builder)
    {
        builder.ToTable("provinces", "reference");
        builder.HasKey(province => province.Code);
        builder.HasIndex(province => province.Iso).IsUnique().HasDatabaseName("ux_provinces_iso");

        builder.Property(province => province.Kind).HasConversion<string>();
    }
}
