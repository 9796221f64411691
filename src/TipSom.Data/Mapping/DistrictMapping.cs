using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain.Agencies;

namespace TipSom.Data.Mapping;

internal sealed class DistrictMapping : IEntityTypeConfiguration<District>
{
    public void Configure(EntityTypeBuilder<District> builder)
    {
        builder.ToTable("districts", "reference");
        builder.HasKey(district => district.Code);
        builder.HasIndex(district => district.ProvinceCode).HasDatabaseName("ix_districts_province_code");
        builder.HasOne<Province>().WithMany().HasForeignKey(district => district.ProvinceCode)
            .HasConstraintName("districts_province_fk").OnDelete(DeleteBehavior.Restrict);

        builder.Property(district => district.Status).HasConversion<string>();
    }
}
